const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const FORMS = new Set(['application/x-www-form-urlencoded', 'multipart/form-data']);

/**
 * Whether a request that changes something was sent by a page of the portal itself. Browsers name the origin with every
 * such request, so one without it is refused too; and only forms are taken, whose types no other page can send unasked.
 */
export function isOwnForm(request: Request, origin: string): boolean {
  if (!CHANGING.has(request.method)) return true;
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  return request.headers.get('origin') === origin && FORMS.has(type);
}

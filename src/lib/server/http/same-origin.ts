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

/**
 * Whether a request to the survey's HTTP face may be answered: JSON, which no page of another site can send without asking
 * first, and not from such a page. Programs of one's own name no origin.
 */
export function isOwnJson(request: Request, origin: string): boolean {
  if (!CHANGING.has(request.method)) return true;
  const from = request.headers.get('origin');
  return from === null || from === origin;
}

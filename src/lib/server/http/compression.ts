/**
 * The answer, compressed if the browser takes that. For answers that hold nothing which somebody could both influence
 * and want to guess: how well those compress would tell (BREACH).
 */
export function compressed(request: Request, response: Response): Response {
  const takes = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (!takes || response.status !== 200 || response.body === null) return response;
  const headers = new Headers(response.headers);
  headers.set('content-encoding', 'gzip');
  headers.append('vary', 'accept-encoding');
  headers.delete('content-length');
  headers.delete('etag');
  return new Response(response.body.pipeThrough(new CompressionStream('gzip')), { headers });
}

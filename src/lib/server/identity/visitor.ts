import type { RequestEvent } from '@sveltejs/kit';
import { deviceOf } from './device.ts';
import type { Visitor } from './sign-in.ts';

/** Where a request came from; behind a proxy `ADDRESS_HEADER` says in which header the address stands. */
export function visitorOf({ getClientAddress, request }: RequestEvent): Visitor {
  return { address: getClientAddress(), device: deviceOf(request.headers.get('user-agent') ?? '') };
}

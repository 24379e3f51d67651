/** A request that the front does not take; `details` stand beside the message in the reply's `error`. */
export class RefusedRequest extends Error {
  readonly status: number;
  readonly details: { readonly type: string } & Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, details: RefusedRequest['details'] = { type: 'invalid_request_error' }) {
    super(message);
    this.name = 'RefusedRequest';
    this.status = status;
    this.details = details;
  }
}

const seconds = (count) => count * 1_000;

/** How much the service takes on, so that nobody can stop it for others. Times are in milliseconds, sizes in bytes. */
export const limits = {
  /** A body, and the first line of a request with its headers: the longest id fits there, percent-encoded. */
  body: 256 * 1024,
  headers: 32 * 1024,
  /** Headers, and the whole request, must have come by then; a connection on which nothing happens is closed. */
  headersTime: seconds(10),
  requestTime: seconds(15),
  idleTime: seconds(30),
  connections: 2_000,
  /** Requests in a minute, of a caller; and tries to sign in, from an address. */
  requestsPerMinute: 6_000,
  signInsPerMinute: 10,
  /** Audits run one after the other: so many may wait, and one takes so long at most. */
  auditsWaiting: 8,
  auditTime: seconds(60),
  /** How much is kept of what was answered of apps. */
  answers: 128 * 1024 * 1024,
  /** How long a person stays signed in. */
  session: seconds(8 * 60 * 60),
  /** What is still being answered when the service is told to stop is waited for so long. */
  closing: seconds(3),
};

/** What a browser keeps of a person who has signed in: which caller it is, and until when; signed, and without the token. */
const name = "intake";

/** The id of the caller who has signed in here; nothing when nobody has, or it was too long ago. */
export function sessionOf(request) {
  const kept = request.cookies[name];
  if (kept === undefined) return undefined;
  const { valid, value } = request.unsignCookie(kept);
  const [id, until] = valid ? value.split(".") : [];
  return Number(until) > Date.now() ? id : undefined;
}

// No script can read it, and no other site can send it along.
const kept = { path: "/", httpOnly: true, sameSite: "strict", secure: "auto" };

export function beginSession(reply, caller, lifetime) {
  const value = `${caller.id}.${Date.now() + lifetime}`;
  return reply.setCookie(name, value, { ...kept, signed: true, maxAge: lifetime / 1_000 });
}

export const endSession = (reply) => reply.clearCookie(name, kept);

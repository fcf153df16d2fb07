import { unreadable } from "./problems.js";

/** What the service says itself, and takes from nobody. */
const known = {
  by: "The role is that of whoever calls. Leave this out.",
  at: "The service has a clock of its own. Leave this out.",
  on: "The service has a clock of its own. Leave this out.",
  id: "The service gives the id. Leave this out.",
  app: "The app is that of the address. Leave this out.",
  profile: "The profile is that of the registry. Leave this out.",
  signs: "The service puts the signs that stand. Leave this out.",
};

/** A body that says nothing of what the service says itself: it would only seem to count. */
export function told(body, names) {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw unreadable([{ pointer: "", code: "wrong-type", message: "Expected an object." }]);
  }
  const problems = names
    .filter((name) => Object.hasOwn(body, name))
    .map((name) => ({ pointer: `/${name}`, code: "unknown-key", message: known[name] }));
  if (problems.length > 0) throw unreadable(problems);
  return body;
}

import type { Problem } from "../../problems/index.js";

/** What fields said that a profile no longer has, and how that is said now. */
const formerly: readonly (readonly [place: RegExp, message: string])[] = [
  [
    /^\/integrations\/\d+\/credentials$/u,
    'This is no longer a field. Say whose account it is ("identity": user, app, service, shared or maker), and where its secret is kept ("secret": none, vault, platform or embedded).',
  ],
];

/** A problem of a field that a profile once had, with what to say instead. */
export function withFormerFields(problem: Problem): Problem {
  const [, message] = formerly.find(([place]) => place.test(problem.pointer)) ?? [];
  if (problem.code !== "unknown-key" || message === undefined) return problem;
  return { pointer: problem.pointer, code: problem.code, message };
}

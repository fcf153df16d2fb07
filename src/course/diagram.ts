import type { Step } from "./step.js";

/** A step, by the kind of its event. */
type Placed<State extends string> = readonly [kind: string, step: Pick<Step<never, State, never>, "from" | "to">];

/** Every state, in the order of the path. */
export function statesOn<State extends string>(first: State, steps: readonly Placed<State>[]): readonly State[] {
  return [...new Set([first, ...steps.flatMap(([, { to }]) => to ?? [])])];
}

/** What a state is called in Mermaid, which knows no dash there. */
export const nameInDiagram = (state: string): string => state.replaceAll("-", "_");

/** A path as a Mermaid state diagram, drawn from the table that runs. */
export function drawn<State extends string>(
  first: { readonly kind: string; readonly state: State },
  steps: readonly Placed<State>[],
): string {
  const ways = steps.flatMap(([kind, { from, to }]) => from.map((state) => ({ state, to: to ?? state, kind })));
  const ends = statesOn(first.state, steps).filter((state) => ways.every((each) => each.state !== state));
  return [
    "stateDiagram-v2",
    `  [*] --> ${nameInDiagram(first.state)} : ${first.kind}`,
    ...ways.map(({ state, to, kind }) => `  ${nameInDiagram(state)} --> ${nameInDiagram(to)} : ${kind}`),
    ...ends.map((state) => `  ${nameInDiagram(state)} --> [*]`),
  ].join("\n");
}

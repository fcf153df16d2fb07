import type { PartChange, PartWitness } from "plimsoll/analysis";

/** How the parts of a diff are written. */
export interface Writing {
  /** A text of a policy or a profile, as it is to be shown. */
  readonly shown: (text: string) => string;
  readonly heading: (text: string) => string;
}

/** What was asked of an app that shows a difference, in a few words. */
function askedOf({ action, milestone, approvals }: PartWitness): string {
  const given = approvals.length === 0 ? "" : ", with approvals";
  if (milestone !== undefined) return `an app before ${milestone}${given}`;
  if (action === undefined) return "an app";
  return `to ${action.kind === "custom" ? action.name : action.kind}${given}`;
}

/** All that is written otherwise, what decides first. */
export function partsOf(parts: readonly PartChange[], { shown, heading }: Writing): readonly string[] {
  const section = (title: string, those: readonly PartChange[]) =>
    those.length === 0
      ? []
      : [
          heading(title),
          "",
          ...those.flatMap(({ words, pointer, witness }) => [
            `- ${shown(words)} (${shown(pointer)})`,
            ...(witness === undefined
              ? []
              : [`  For example, ${shown(askedOf(witness))}: ${shown(witness.before)} → ${shown(witness.after)}`]),
          ]),
          "",
        ];
  const having = (effect: PartChange["effect"]) => parts.filter((part) => part.effect === effect);
  return [
    ...section("Written differently, and decides differently", having("decides")),
    ...section(
      "Written differently, and may decide differently: a quick search found no app that shows it",
      having("may-decide"),
    ),
    ...section("Written differently, and decides the same", having("none")),
  ].slice(0, -1);
}

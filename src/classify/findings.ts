import { type AskedAtom, TRUE, UNDECIDED } from "../conditions/index.js";
import { locateFact } from "../facts/index.js";
import type { Evidence, Finding } from "./classification.js";
import type { Judged } from "./judge.js";

function evidenceOf({ atom, state, derived, truth }: AskedAtom): Evidence {
  const { name, fact, line } = atom;
  const pointers = locateFact(fact, state.profile, derived);
  return {
    fact: name,
    question: fact.question,
    reading: derived.kind,
    observed: derived.kind === "unknown" ? null : derived.value,
    line,
    met: truth === UNDECIDED ? null : truth === TRUE,
    pointers: state.place === undefined ? pointers : pointers.map(state.place),
  };
}

/** Reports what was judged of one rule. */
export function findingOf({ rule, status, asked, coveredBy }: Judged): Finding {
  const { kind, id, tier, severity, title, why, advice, source } = rule;
  const evidence = asked.map(evidenceOf);
  return { kind, id, status, tier, severity, title, why, advice, source, evidence, coveredBy };
}

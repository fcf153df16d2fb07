import { type Catalogue, type Domain, type FactRecord, isSameFact, valuesOf } from "../facts/index.js";
import { inShort, type Pointer, toPointer } from "../problems/index.js";
import { checkForm } from "./check-form.js";
import { withOwnFacts } from "./options.js";
import type { AnyRules } from "./prepare.js";
import { type Report, shown } from "./report.js";

const lists: Partial<Record<Domain["kind"], string>> = { ordinal: "levels", enum: "values", set: "members" };

function checkDomain(domain: Domain, pointer: Pointer, report: Report): void {
  if (domain.kind === "number") {
    if (domain.max === undefined || domain.max >= domain.min) return;
    const message = `No number is from ${domain.min} to ${domain.max}.`;
    report({ pointer: `${pointer}/max`, code: "out-of-range", message });
    return;
  }
  const values = valuesOf(domain);
  const twice = values.findIndex((value, index) => values.indexOf(value) !== index);
  if (twice < 0) return;
  const message = `${shown(values[twice])} stands here twice.`;
  report({ pointer: `${pointer}/${lists[domain.kind]}/${twice}`, code: "duplicate", message });
}

function checkRecord({ domain, from }: FactRecord, pointer: Pointer, report: Report): void {
  checkDomain(domain, `${pointer}/domain`, report);
  checkForm(domain, from, `${pointer}/from`, report);
}

/** Checks the facts that a policy has of its own, and gives all that it may ask for. */
export function checkFacts({ facts: own }: AnyRules, given: Catalogue, report: Report): Catalogue {
  const facts = withOwnFacts(given, own);
  for (const [name, record] of Object.entries(own ?? {})) {
    const pointer = toPointer(["facts", name]);
    if (Object.hasOwn(given, name) && !isSameFact(given[name], facts[name])) {
      const message = `There is a fact "${inShort(name)}" already, which this would hide. Give it another name.`;
      report({ pointer, code: "duplicate", message });
    }
    checkRecord(record, pointer, report);
  }
  return facts;
}

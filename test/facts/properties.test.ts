import fc from "fast-check";
import { type AppProfile, deriveFacts, type Reading, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { knownOf } from "../../src/facts/index.js";
import { listPointers } from "../../src/formats/profile/check.js";
import { parseProfile } from "../../src/formats/profile/index.js";
import { completeProfileArbitrary, lastDay, profileArbitrary } from "../arbitraries/profile.js";
import { draws } from "../prove/draws.js";

type Readings = Readonly<Record<string, Reading>>;

const read = (profile: AppProfile) => deriveFacts(profile, standardFacts, { asOf: lastDay });

describe("a complete profile", () => {
  test("tells every fact exactly", () => {
    fc.assert(
      fc.property(completeProfileArbitrary, (profile) => {
        const open = Object.entries(read(profile)).filter(([, { kind }]) => kind !== "exact");
        expect(open).toEqual([]);
      }),
    );
  });
});

/** What removes information from a profile: fields that go, lists that become incomplete and may lose entries. */
type Removal = { readonly drops: () => boolean; readonly incomplete: readonly string[] };

function remove(value: unknown, { drops, incomplete }: Removal, at = ""): unknown {
  if (Array.isArray(value)) {
    const kept = incomplete.includes(at) ? value.filter(() => !drops()) : value;
    return kept.map((entry) => remove(entry, { drops, incomplete }, `${at}/*`));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => isNeeded(key) || !drops());
  return Object.fromEntries(entries.map(([key, part]) => [key, remove(part, { drops, incomplete }, `${at}/${key}`)]));
}

/** Without its role a connection is another system of record; that is said of it as well. */
const isNeeded = (key: string) =>
  ["id", "name", "system", "regime", "role", "partial", "atLeast", "atMost"].includes(key);

/** Names lists in `partial`, takes entries out of those, and drops fields anywhere. */
function withLess(profile: AppProfile, drops: () => boolean, named: readonly string[]): AppProfile {
  const incomplete = [...(profile.partial ?? []), ...named];
  const { extensions: _, ...rest } = profile;
  return parseProfile({ ...Object(remove(rest, { drops, incomplete })), partial: incomplete });
}

/** Whether what is read of less may turn out as what is read of more. */
function agrees(name: string, less: Reading, more: Reading): boolean {
  const { domain } = Object.entries(standardFacts).find(([own]) => own === name)?.[1] ?? expect.fail();
  const [outer, inner] = [knownOf(domain, less), knownOf(domain, more)];
  const isAmong = (few: readonly string[], many: readonly string[] | undefined) =>
    many === undefined || few.every((member) => many.includes(member));
  const mayBe = outer.possible === undefined || isAmong(inner.possible ?? ["any other"], outer.possible);
  return outer.low <= inner.low && inner.high <= outer.high && isAmong(outer.certain, inner.certain) && mayBe;
}

describe("removing information", () => {
  const dropsArbitrary = fc.infiniteStream(fc.integer({ min: 0, max: 3 }).map((choice) => choice === 0));

  test("never makes a reading contradict the fuller profile", () => {
    fc.assert(
      fc.property(
        fc.oneof(completeProfileArbitrary, profileArbitrary),
        dropsArbitrary,
        fc.subarray([...listPointers]),
        (profile, choices, named) => {
          const less: Readings = read(withLess(profile, () => choices.next().value === true, named));
          const contradicting = Object.entries(read(profile)).filter(([name, more]) => {
            const reading = less[name];
            return reading === undefined || !agrees(name, reading, more);
          });
          expect(contradicting).toEqual([]);
        },
      ),
      draws(2000),
    );
  });
});

test("evidence leads into the profile, or to the field that would tell", () => {
  const isThere = (profile: AppProfile, pointer: string) =>
    pointer
      .split("/")
      .slice(1)
      .reduce<unknown>((value, key) => (Object(value) as Record<string, unknown>)[key], profile) !== undefined;
  fc.assert(
    fc.property(profileArbitrary, (profile) => {
      for (const [name, { kind, evidence }] of Object.entries(read(profile))) {
        expect(evidence.length, name).toBeGreaterThan(0);
        if (kind === "exact")
          expect(
            evidence.filter((pointer) => !isThere(profile, pointer)),
            name,
          ).toEqual([]);
      }
    }),
  );
});

import {
  type AppProfile,
  type Catalogue,
  classify,
  createClassifier,
  PlimsollError,
  type Policy,
  standardFacts,
} from "plimsoll";
import { describe, expect, test } from "vitest";
import { criterion, policyOf } from "../policy/a-policy.js";
import { bySites, sites } from "../policy/by-sites.js";

const rota: AppProfile = { id: "rota", name: "Rota", extensions: { sites: 4 } };

function thrownBy(call: () => unknown): PlimsollError {
  try {
    call();
  } catch (error) {
    if (error instanceof PlimsollError) return error;
    throw error;
  }
  throw new Error("It was expected to throw.");
}

describe("an error tells which input it is about", () => {
  const cause = new RangeError("no such site");

  test("a fact of one's own that throws where it is located is that fact's, with its cause", () => {
    const facts = {
      ...standardFacts,
      sites: {
        ...sites,
        locate: () => {
          throw cause;
        },
      },
    };
    const error = thrownBy(() => classify(rota, bySites, { facts }));
    expect(error).toMatchObject({ code: "invalid-fact", cause });
    expect(error.message).toContain('The fact "sites" cannot be derived. no such site');
  });

  test("so is one that throws where it is derived", () => {
    const facts = {
      ...standardFacts,
      sites: {
        ...sites,
        derive: () => {
          throw cause;
        },
      },
    };
    expect(thrownBy(() => classify(rota, bySites, { facts }))).toMatchObject({ code: "invalid-fact", cause });
  });

  test("facts that were not handed over are named", () => {
    const error = thrownBy(() => classify(rota, bySites));
    expect(error.code).toBe("invalid-policy");
    expect(error.message).toContain('It asks for the fact "sites", which was not handed over.');
  });

  test("what is no policy at all says where it stops being one, and carries what was stumbled over", () => {
    // It came past the compiler.
    const error = thrownBy(() => classify(rota, {} as Policy));
    expect(error.code).toBe("invalid-policy");
    expect(error.problems[0]).toMatchObject({ pointer: "/tiers", code: "wrong-type" });
    expect(error.message).toContain("Expected a list, but saw undefined. Read it with parsePolicy.");
    expect(error.cause).toBeInstanceOf(TypeError);
  });

  test.each([
    ["a policy that nobody checked", (facts: Catalogue) => classify(rota, { ...bySites }, { facts })],
    ["one that was checked", (facts: Catalogue) => createClassifier(bySites, { facts })(rota)],
  ])("what nobody expected comes through as it is, from %s", (_, ask) => {
    const unexpected = new Error("out of memory");
    const broken = {
      ...sites,
      get domain(): never {
        throw unexpected;
      },
    };
    expect(() => ask({ ...standardFacts, sites: broken })).toThrow(unexpected);
  });
});

/** Values in a profile that came past the compiler, each with where it stands and what would be right there. */
const strangers: readonly (readonly [pointer: string, fields: object, expected: string])[] = [
  ["/integrations", { integrations: "x" }, 'Expected a list, but saw "x". Read it with parseProfile.'],
  ["/integrations/0", { integrations: [null] }, "Expected an object, but saw null."],
  [
    "/integrations/0/direction",
    { integrations: [{ system: "ERP", direction: null }] },
    "Expected one of read, write, bidirectional, but saw null.",
  ],
  ["/integrations/0/direction", { integrations: [{ system: "ERP", direction: "Write" }] }, 'but saw "Write".'],
  [
    "/integrations/0/eventDriven",
    { integrations: [{ system: "ERP", eventDriven: 0 }] },
    "Expected true or false, but saw 0.",
  ],
  ["/data/0/class", { data: [{ class: "" }] }, "Expected one of general, semi-sensitive, personal"],
  ["/audience/users", { audience: { users: "many" } }, 'Expected a whole number, but saw "many".'],
  ["/id", { id: undefined }, "Expected a text, but saw undefined."],
  ["/partial", { partial: "/data" }, 'Expected a list, but saw "/data".'],
  ["/audience", { audience: "all" }, 'Expected an object, but saw "all".'],
];

test.each(strangers)(
  "a profile with a value at %s that no profile can have is refused",
  (pointer, fields, expected) => {
    const error = thrownBy(() => classify({ id: "a", name: "A", ...fields }));
    expect(error.code).toBe("invalid-profile");
    expect(error.problems[0]?.pointer).toBe(pointer);
    expect(error.problems[0]?.message).toContain(expected);
  },
);

describe("what a policy does not look at is not looked at", () => {
  const owned = criterion({ fact: "itOwner", is: true });
  const refused = { code: "invalid-profile", problems: [{ pointer: "/ownership/itOwner" }] };
  // It came past the compiler.
  const stranger = { id: "a", name: "A", ownership: { itOwner: 0 } } as unknown as AppProfile;

  test("so that it changes no answer", () => {
    const { id, name } = stranger;
    expect(classify(stranger)).toEqual(classify({ id, name }));
  });

  test("and is refused by a policy that does", () => {
    expect(thrownBy(() => classify(stranger, policyOf(owned.when)))).toMatchObject(refused);
  });

  test("however many apps were looked at before", () => {
    const classifyBy = createClassifier(policyOf({ fact: "systemsWritten", atLeast: 1 }));
    const of = (entry: object): AppProfile => ({ id: "a", name: "A", integrations: [entry] }) as AppProfile;
    for (const entry of [{ system: "ERP", direction: "write" }, {}, { direction: "read" }]) classifyBy(of(entry));
    for (const entry of [{ direction: "Write" }, { direction: 0 }, { direction: null }, [], "x", 5]) {
      const error = thrownBy(() => classifyBy(of(entry as object)));
      expect(error.problems[0]?.pointer).toMatch("/integrations/0");
    }
  });
});

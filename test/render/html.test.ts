import fc from "fast-check";
import { type AppProfile, classify } from "plimsoll";
import { classificationHtml } from "plimsoll/render";
import { stories } from "plimsoll/stories";
import { expect, test } from "vitest";
import { anyName } from "../arbitraries/hostile-names.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { sayingAnything } from "./hostile-policy.js";
import { elementsIn, inLines, readMarkup, wordsIn } from "./markup.js";

const htmlOf = (fields: Partial<AppProfile> = {}, headingLevel?: 1 | 2 | 3 | 4 | 5) =>
  readMarkup(
    classificationHtml(classify({ id: "rota", name: "Rota", ...fields }, frozenPolicy), {
      policy: frozenPolicy,
      name: "Rota",
      ...(headingLevel && { headingLevel }),
    }),
  );

const headings = (root: ReturnType<typeof htmlOf>) =>
  elementsIn(root).flatMap((each) => (/^h\d$/.test(each.name) ? [`${each.name}: ${wordsIn(each)}`] : []));

test.each(stories)("a fragment is as it was looked at: $id", async ({ id, moments }) => {
  const { profile } = moments[1];
  const fragment = classificationHtml(classify(profile, frozenPolicy), { policy: frozenPolicy, name: profile.name });
  await expect(inLines(fragment)).toMatchFileSnapshot(`golden/${id}.html`);
});

test.each([
  { level: undefined, first: "h2: Rota", second: "h3: Why" },
  { level: 1 as const, first: "h1: Rota", second: "h2: Why" },
  { level: 5 as const, first: "h5: Rota", second: "h6: Why" },
])("its headings begin at the level that was chosen: $level", ({ level, first, second }) => {
  expect(headings(htmlOf({ audience: { users: 140 } }, level)).slice(0, 2)).toEqual([first, second]);
});

test("it says where the app sits, why, what takes care of what, and what is open", () => {
  const component = { id: "data-synchronisation" };
  const integrations = ["CRM", "Billing"].map((system) => ({ system, direction: "write" as const, component }));
  const root = htmlOf({ audience: { users: 140 }, integrations });
  expect(headings(root)).toEqual([
    "h2: Rota",
    "h3: Why",
    "h3: Taken care of",
    "h3: Still open: an answer could change the tier",
  ]);
  const words = wordsIn(root);
  expect(words).toContain("Together, could still be Experts");
  expect(words).toContain("Many users. They need support and speed.");
  expect(words).toContain("140 people; the line is 100 or more.");
  expect(words).not.toContain("/audience/users");
  expect(words).toContain("Writes to several systems: covered by Data synchronisation. Nothing to do.");
  expect(words).toContain("Would daily work stop if it were down? (could mean Experts; about 5 minutes)");
});

test("a heading without a list has no place", () => {
  expect(headings(htmlOf({ criticality: { dailyDependence: true } }))).toEqual(["h2: Rota", "h3: Why"]);
});

test("a reason that rests on no fact and comes with no advice is a sentence", () => {
  const [finding, ...others] = classify({ id: "rota", name: "Rota", data: [{ class: "health" }] }).findings;
  expect(others).not.toEqual([]);
  const bare = finding ? [{ ...finding, evidence: [], advice: "" }] : [];
  const fragment = classificationHtml({ ...classify({ id: "rota", name: "Rota" }), findings: bare });
  expect(fragment).toContain(`<strong>${finding?.title}.</strong> ${finding?.why}</li>`);
});

const tags = ["article", "h2", "h3", "p", "ul", "li", "strong", "span"];

test("whatever it says, it is headings, lists and words, with class names and nothing else", () => {
  fc.assert(
    fc.property(profileArbitrary, sayingAnything, anyName, (profile, policy, name) => {
      const fragment = classificationHtml(classify(profile, policy), { policy, name });
      expect(fragment).not.toContain("/>");
      const all = elementsIn(readMarkup(fragment));
      expect(tags).toEqual(expect.arrayContaining([...new Set(all.map((each) => each.name))]));
      const attributes = all.flatMap((each) => Object.entries(each.attributes));
      for (const [attribute, value] of attributes)
        expect([attribute, value]).toEqual(["class", expect.stringMatching(/^plimsoll-[a-z-]+$/)]);
      for (const { name: tag, children } of all) if (tag === "ul") expect(children.length).toBeGreaterThan(0);
    }),
  );
});

import { heaviestFirst as severities } from "./cargo.js";
import { themes } from "./options.js";
import { assertShape, callable, flag, listOf, maybe, oneOf, stream, text, wholeFrom, withFields } from "./shape.js";

// Each is made when it is asked for, so that a bundle holds those alone that it needs.

const titled = () => maybe(listOf(withFields({ id: text, title: text })));

/** What is read of a policy here; whether it is one, those have asked who classified. */
const policy = () =>
  withFields({
    id: text,
    tiers: listOf(withFields({ id: text, title: text, advice: maybe(text) })),
    signs: titled(),
    components: titled(),
  });

/** What each option may be, whoever takes it. */
const options = () =>
  withFields({
    policy: maybe(policy()),
    facts: maybe(withFields({})),
    name: maybe(text),
    idPrefix: maybe(text),
    theme: maybe(oneOf(themes)),
    headingLevel: maybe(wholeFrom(1, 5)),
    everyFinding: maybe(flag),
    paint: maybe(callable),
  });

const standing = { tier: text, ceiling: text };

const finding = () =>
  withFields({
    kind: text,
    id: text,
    status: oneOf(["holds", "possible", "covered", "exempt"]),
    tier: text,
    severity: oneOf([null, ...severities]),
    title: text,
    why: text,
    advice: text,
    source: text,
    evidence: listOf(withFields({ fact: text, question: text, line: withFields({}), pointers: listOf(text) })),
    coveredBy: listOf(text),
  });

const classified = () =>
  withFields({
    app: text,
    ...standing,
    findings: listOf(finding()),
    questions: listOf(withFields({ question: text, answerAt: listOf(text), couldReach: text })),
  });

const appInWords = () =>
  withFields({
    name: text,
    loadLine: text,
    summary: text,
    findings: listOf(
      withFields({
        title: text,
        why: text,
        advice: text,
        severity: oneOf(severities),
        standing: withFields({ kind: oneOf(["holds", "possible", "set-aside"]) }),
        seen: listOf(withFields({ sentence: text, pointers: listOf(text) })),
      }),
    ),
    questions: listOf(withFields({ question: text, stakes: listOf(text) })),
  });

/** Refuses what cannot be told with. */
export const assertOptions = (given: unknown) => assertShape(given, options());

/** Refuses what is no classification. */
export const assertClassification = (given: unknown) => assertShape(given, classified());

/** Refuses what does not say at which tier an app sits, and up to which it could. */
export const assertStanding = (given: unknown) => assertShape(given, withFields(standing));

/** Refuses what gives no classifications, one by one. */
export const assertStream = (given: unknown) => assertShape(given, stream);

/** Refuses what is no app in words. */
export const assertAppInWords = (given: unknown) => assertShape(given, appInWords());

import { classificationHtml, loadLineSvg } from "plimsoll/render";

/** How much of each kind a page shows, the latest first. */
const shown = 20;

/** What the page of an app tells: where it sits and why, what to ask next, and what has happened so far. */
export async function tellApp({ profile }, { registry, judge, policy, before }) {
  const { classification, next } = judge.ask(profile);
  const submissions = await registry.historyOf(profile.id, { before, count: shown });
  const titleOf = (tier) => policy.tiers.find(({ id }) => id === tier)?.title ?? "It cannot be read any more";
  const history = submissions.map(({ revision, submittedAt, by, profile: then }) => {
    const { tier, ceiling, settled } = judge.standing(then);
    const standing = settled || tier === null ? titleOf(tier) : `${titleOf(tier)}, could still be ${titleOf(ceiling)}`;
    return { revision, submittedAt, by, standing };
  });
  return {
    id: profile.id,
    picture: loadLineSvg(classification, { policy, name: profile.name }),
    told: classificationHtml(classification, { policy, name: profile.name, headingLevel: 1 }),
    questions: next.verdict === "open" ? next.questions : [],
    history,
    earlier: submissions.length < shown ? null : submissions.at(-1).revision,
    approvals: (await registry.approvalsOf(profile.id)).slice(-shown).reverse(),
    cases: (await registry.casesOf(profile.id)).slice(-shown).reverse(),
  };
}

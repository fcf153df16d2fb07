import { at, type Diagram } from "../diagrams/index.js";
import type { Model } from "../model/index.js";
import { smallestChoices } from "./choices.js";
import type { Left } from "./left.js";
import { type Outlook, outlooks } from "./outlook.js";
import { type Asking, bestPlans } from "./plan.js";
import type { NextQuestion, OpenQuestions } from "./questions.js";
import { shareOf } from "./weights.js";
import type { Workings } from "./workings.js";

const weightOf = (cells: readonly Outlook[]) => cells.reduce((sum, { weight }) => sum + weight, 0n);

/** No order of questions takes fewer than it takes to be sure of an app that is as harmless as can be. */
function fewest(model: Model, tier: Diagram, left: Left["cells"]): number {
  const { cells } = model.home();
  const home = left.map((own, index) => (own.includes(at(cells, index)) ? at(cells, index) : at(own, 0)));
  const end = home.reduce((node, cell, index) => model.diagrams.branch(node, index, cell), tier);
  const rank = model.diagrams.endOf(end);
  if (rank < 0) return 1;
  const forks = left.map((own, index) => ({ free: own, counted: own.length > 1 ? [at(home, index)] : undefined }));
  const isGood = (value: number) => value < 0 || value === rank;
  const { found } = smallestChoices(model.diagrams, tier, { forks, isGood, must: "every" }, 1);
  return at(found, 0).length;
}

/** What is asked, with what. */
interface Asked extends Asking {
  readonly cells: Left["cells"];
  readonly variables: readonly number[];
}

function workedOut({ model, plans: known }: Workings, tier: Diagram, asked: Asked): OpenQuestions {
  const { cells: left, weights, aim } = asked;
  const ahead = outlooks(model, tier, weights);
  const outlooksOf = (index: number) => at(left, index).map((cell) => at(at(ahead, index), cell));
  // What follows from what is known is no question any more.
  const open = asked.variables.filter((index) => outlooksOf(index).filter(({ isPossible }) => isPossible).length > 1);
  const plans = bestPlans(model, tier, open, asked, known);
  const questions = open.map((index): NextQuestion => {
    const { name, fact } = at(model.space.variables, index);
    const { question, answerAt, cost } = fact;
    const { worst = null, average = null } = plans?.get(index) ?? {};
    const cells = outlooksOf(index);
    const settles = shareOf(weightOf(cells.filter((cell) => cell.settles)), weightOf(cells));
    return { fact: name, question, answerAt, cost, settles, worst, average };
  });
  const byAim = ({ worst, average }: NextQuestion) => (aim === "worst" ? [worst, average] : [average, worst]);
  const sorted = questions.sort((one, other) => {
    const [first, second] = byAim(one).map((each, index) => (each ?? 0) - (byAim(other)[index] ?? 0));
    return first || second || (other.settles ?? 0) / other.cost - (one.settles ?? 0) / one.cost || 0;
  });
  const { worst, average } = at(sorted, 0);
  const atMost = worst ?? open.length;
  const atLeast = worst ?? Math.min(fewest(model, tier, left), atMost);
  const isProven = plans !== undefined || (aim === "worst" && atLeast === atMost);
  return { verdict: "open", questions: sorted, worst: { atLeast, atMost }, average, proven: isProven };
}

/** What to ask of apps in more than one tier. It depends on nothing but what is left of them. */
export function strategyOf(workings: Workings, { tier, variables, cells }: Left, aim: Asking["aim"]): OpenQuestions {
  const { model, weights: all, strategies } = workings;
  const isPart = (index: number) => at(cells, index).length < at(model.diagrams.widths, index);
  const inPart = variables.filter(isPart);
  const key = [aim, ...inPart.map((index) => `${index}:${at(cells, index).join()}`)].join(" ");
  const { questions, ...rest } = strategies(`${tier} ${key}`, () => {
    const weights = all.map((own, index) =>
      inPart.includes(index) ? own.map((weight, cell) => (at(cells, index).includes(cell) ? weight : 0n)) : own,
    );
    return workedOut(workings, tier, { variables, cells, weights, aim, key });
  });
  // What is remembered is not handed out.
  const answered = questions.map((each) => ({ ...each, answerAt: [...each.answerAt] }));
  return { ...rest, worst: { ...rest.worst }, questions: answered };
}

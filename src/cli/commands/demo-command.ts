import { type Classification, createClassifier, type Finding, standardPolicy } from "plimsoll";
import { classificationInWords, loadLineText } from "plimsoll/render";
import { type Moment, type Story, stories } from "plimsoll/stories";
import { defineCommand } from "../command.js";
import { exitCodes } from "../terminal.js";
import { dateInWords } from "../writing/dates.js";
import { type Paint, painter } from "../writing/paint.js";
import { reason } from "../writing/report.js";

const classify = createClassifier(standardPolicy);

/** What speaks: the warning signs, and whatever lifts the app to where it sits. */
function speaking({ tier, findings }: Classification): readonly Finding[] {
  return findings.filter((finding) => finding.status === "holds" && (finding.kind === "sign" || finding.tier === tier));
}

/** One moment, with what the load line says that it did not say before. */
function tellMoment(moment: Moment, before: Moment | undefined, paint: Paint): readonly string[] {
  const classification = classify(moment.profile);
  const said = before === undefined ? [] : speaking(classify(before.profile)).map(({ id }) => id);
  const news = speaking(classification).filter(({ id }) => !said.includes(id));
  const { reasons } = classificationInWords({ ...classification, findings: news });
  return [
    "",
    `  ${dateInWords(moment.on)}. ${moment.what}`,
    `  ${loadLineText(classification, { paint })}`,
    ...reasons.flatMap((each) => reason({ ...each, seen: [] }, paint)),
  ];
}

function tell({ title, summary, moments }: Story, paint: Paint): string {
  const told = moments.flatMap((moment, index) => tellMoment(moment, moments[index - 1], paint));
  return [paint("bold", title), `  ${summary}`, ...told, ""].join("\n");
}

/** The nine stories: where each app sat at every turn, and what the load line would have said there and then. */
function demo(paint: Paint): string {
  const legend = "◉ is where an app sits, ○ where it could still sit.\n";
  const ending =
    "None of these apps was a mistake: each crossed a line that nobody had drawn for it. Calling IT early is good judgement.\n";
  return [legend, ...stories.map((story) => tell(story, paint)), ending].join("\n");
}

/** Tells the stories. */
export const demoCommand = defineCommand({
  name: "demo",
  summary: "tell the stories of nine apps that outgrew their makers",
  files: { written: "", atLeast: 0, atMost: 0, hold: "" },
  options: {},
  formats: { text: "" },
  fails: "",
  run: async (_, terminal) => {
    await terminal.print(demo(painter(terminal.showsColours)));
    return exitCodes.done;
  },
});

/**
 * Reads an audit as JSON and sends what is new or has grown since the last one to a channel of Teams or Slack; where there is nothing, it
 * sends nothing. It needs no package:
 *
 *   npx plimsoll audit exports --previous previous.ndjson --json | WEBHOOK=https://… node message.mjs slack
 */
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

/** So many apps a message names: it is read on a phone. */
const mostNamed = 10;

const grewIn = ({ growth }) =>
  growth?.kind === "compared" ? growth.changes.filter(({ kind }) => kind === "grew") : [];

const hasGrown = (app) =>
  grewIn(app).length > 0 || (app.growth?.kind === "compared" && (app.growth.rose || app.growth.crossed.length > 0));

/** What there is to tell: apps that are new in the portfolio, or have grown. */
export const news = ({ ranked }) => ranked.filter((app) => app.growth?.kind === "new" || hasGrown(app));

const readingInWords = ({ kind, value, upTo }) =>
  ({ between: `${value} to ${upTo}`, "at-least": `at least ${value}`, "at-most": `at most ${value}` })[kind] ??
  `${value}`;

const changeInWords = ({ question, gained, before, now }) =>
  gained.length > 0
    ? `${question} Now also ${gained.join(", ")}.`
    : `${question} ${readingInWords(before)} before, now ${readingInWords(now)}.`;

function linesAbout(app) {
  if (app.growth.kind === "new") return ["New in the portfolio.", app.reason];
  const crossed = app.growth.crossed.map(({ title }) => title);
  return [...(crossed.length > 0 ? [`Crossed since: ${crossed.join(", ")}.`] : []), ...grewIn(app).map(changeInWords)];
}

function wordsOf(report) {
  const told = news(report);
  const more = told.length - mostNamed;
  return {
    title: `${told.length} ${told.length === 1 ? "app is new or has" : "apps are new or have"} grown (${report.asOf})`,
    apps: told.slice(0, mostNamed).map((app) => ({ name: app.name, lines: linesAbout(app) })),
    more: more > 0 ? [`And ${more} more, in the report.`] : [],
  };
}

/** Names and texts are whatever somebody typed: none of them is read as markup, a link or a mention. */
const formats = {
  slack: ({ title, apps, more }) => {
    const plain = (words) => ({ type: "plain_text", text: words.slice(0, 2900), emoji: false });
    const sections = [...apps.map(({ name, lines }) => [name, ...lines].join("\n")), ...more];
    return {
      text: title,
      blocks: [
        { type: "header", text: plain(title) },
        ...sections.map((words) => ({ type: "section", text: plain(words) })),
      ],
    };
  },
  teams: ({ title, apps, more }) => {
    const plain = (words, style = {}) => ({
      type: "RichTextBlock",
      inlines: [{ type: "TextRun", text: words, ...style }],
    });
    const body = [
      plain(title, { size: "Large", weight: "Bolder" }),
      ...apps.flatMap(({ name, lines }) => [plain(name, { weight: "Bolder" }), ...lines.map((line) => plain(line))]),
      ...more.map((line) => plain(line)),
    ];
    const content = { type: "AdaptiveCard", version: "1.4", body };
    return { type: "message", attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }] };
  },
};

/** The message about an audit; nothing, where nothing is new and nothing has grown. */
export const messageAbout = (report, format) =>
  news(report).length === 0 ? undefined : formats[format](wordsOf(report));

async function main([format = "teams"]) {
  if (!Object.hasOwn(formats, format)) throw new Error(`"${format}" is neither teams nor slack.`);
  const message = messageAbout(JSON.parse(await text(process.stdin)), format);
  if (message === undefined) {
    console.log("Nothing is new and nothing has grown: nothing was sent.");
    return;
  }
  // Without an address it shows what it would send.
  const { WEBHOOK: address } = process.env;
  if (address === undefined) {
    console.log(JSON.stringify(message, null, 2));
    return;
  }
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(30_000),
  });
  if (!answer.ok) throw new Error(`The channel did not take the message: it answered with ${answer.status}.`);
  console.log("The message was sent.");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

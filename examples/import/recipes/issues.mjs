/**
 * Reads an audit as JSON and makes an issue in Jira for each of the first apps, once: an issue has a label for its app and what was found
 * about it, and where there is one with that label, open or done, none is made. It needs no package:
 *
 *   npx plimsoll audit exports --json | JIRA_URL=https://… JIRA_USER=… JIRA_TOKEN=… JIRA_PROJECT=APPS node issues.mjs 5
 */
import { createHash } from "node:crypto";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

/** A label that is the same as long as the same is found about the same app. */
export function labelOf({ app, findings }) {
  const found = findings.map(({ id }) => id).sort();
  return `plimsoll-${createHash("sha256")
    .update(JSON.stringify([app, found]))
    .digest("hex")
    .slice(0, 16)}`;
}

/** A text of the Atlassian Document Format, in which nothing is read as markup. */
const paragraph = (words) => ({ type: "paragraph", content: [{ type: "text", text: words }] });
const list = (items) => ({
  type: "bulletList",
  content: items.map((words) => ({ type: "listItem", content: [paragraph(words)] })),
});

function descriptionOf({ reason, findings, question }) {
  const found = findings.map(({ title, why, advice }) => [`${title}. ${why}`, advice].filter(Boolean).join(" → "));
  return {
    type: "doc",
    version: 1,
    content: [
      paragraph(reason),
      ...(found.length > 0 ? [list(found)] : []),
      ...(question === null ? [] : [paragraph(`To find out: ${question.question}`)]),
    ],
  };
}

/** The issue about a ranked app, as Jira takes it (REST v3). */
export const issueAbout = (app, project) => ({
  fields: {
    project: { key: project },
    issuetype: { name: "Task" },
    summary: `Look at ${app.name}`.replaceAll(/\s+/g, " ").slice(0, 250),
    labels: ["plimsoll", labelOf(app)],
    description: descriptionOf(app),
  },
});

/** The first apps about which something was found. */
export const firstOf = ({ ranked }, most) => ranked.filter(({ findings }) => findings.length > 0).slice(0, most);

function jira({ JIRA_URL: url, JIRA_USER: user, JIRA_TOKEN: token }) {
  return async (path, body) => {
    const answer = await fetch(new URL(`/rest/api/3/${path}`, url), {
      method: "POST",
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${token}`).toString("base64")}`,
        "content-type": "application/json",
        accept: "application/json",
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    if (!answer.ok)
      throw new Error(`Jira answered ${answer.status} to ${path}: ${(await answer.text()).slice(0, 300)}`);
    return answer.json();
  };
}

async function main([most = "5"]) {
  const report = JSON.parse(await text(process.stdin));
  const { JIRA_URL: url, JIRA_PROJECT: project = "APPS" } = process.env;
  const issues = firstOf(report, Number(most)).map((app) => issueAbout(app, project));
  // Without an address it shows what it would make.
  if (url === undefined) {
    console.log(JSON.stringify(issues, null, 2));
    return;
  }
  const ask = jira(process.env);
  for (const issue of issues) {
    const [, label] = issue.fields.labels;
    const jql = `project = "${project}" AND labels = "${label}"`;
    const { issues: known } = await ask("search/jql", { jql, maxResults: 1, fields: ["key"] });
    const { key } = known[0] ?? (await ask("issue", issue));
    console.log(`${known.length > 0 ? "There is" : "Made"} ${key}: ${issue.fields.summary}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

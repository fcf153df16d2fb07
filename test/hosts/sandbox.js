import createSandbox from "@locker/near-membrane-dom";

/** Runs the one script as a host does that keeps its guests behind a membrane. */
globalThis.answered = (async () => {
  const texts = await Promise.all(["plimsoll.umd.js", "answers.js"].map(async (file) => (await fetch(file)).text()));
  const sandbox = createSandbox(window, { globalObjectShape: null, keepAlive: false });
  for (const text of texts) sandbox.evaluate(text);
  const inside = JSON.parse(sandbox.evaluate("plimsollAnswers(plimsoll)"));
  return { inside, leaked: "plimsoll" in window };
})();

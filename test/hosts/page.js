// Answers in the page itself, then in a worker; and counts what the page's policy would not have.
const violations = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile }) => {
  violations.push(`${violatedDirective} ${sourceFile}`);
});

globalThis.answered = (async () => {
  const page = globalThis.plimsollAnswers(globalThis.plimsoll);
  const trusted = globalThis.trustedTypes.createPolicy("page", { createScriptURL: (url) => url });
  const worker = new Worker(trusted.createScriptURL("worker.js"));
  const inWorker = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.terminate();
  return { page: JSON.parse(page), worker: JSON.parse(inWorker), violations };
})();

const trusted = globalThis.trustedTypes.createPolicy("worker", { createScriptURL: (url) => url });
importScripts(...["plimsoll.umd.js", "answers.js"].map((file) => trusted.createScriptURL(file)));
postMessage(globalThis.plimsollAnswers(globalThis.plimsoll));

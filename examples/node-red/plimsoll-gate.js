const { createClassifier, evidenceInWords, safeParsePolicy, safeParseProfile, standardPolicy } = require("plimsoll");

/** The policy that a node was given, as JSON; the standard policy when it was given none. */
function policyFrom(text) {
  if (!text?.trim()) return { ok: true, value: standardPolicy };
  try {
    return safeParsePolicy(JSON.parse(text));
  } catch (error) {
    return { ok: false, problems: [{ pointer: "", message: `This is not JSON: ${error.message}` }] };
  }
}

const inWords = ([{ pointer, message }]) => `${pointer} ${message}`.trim();

/** Lets an app pass by the first output when it is surely within a tier, and by the second when it is not. */
module.exports = (RED) => {
  function PlimsollGate(settings) {
    RED.nodes.createNode(this, settings);
    const { highest, policy: text } = settings;
    const policy = policyFrom(text);
    if (!policy.ok) return refuse(this, `The policy cannot be used. ${inWords(policy.problems)}`);
    const { tiers } = policy.value;
    const limit = tiers.findIndex(({ id }) => id === highest);
    if (limit < 0)
      return refuse(this, `There is no tier "${highest}". There are: ${tiers.map(({ id }) => id).join(", ")}.`);

    const classify = createClassifier(policy.value);
    const titleOf = (id) => tiers.find((tier) => tier.id === id).title;
    this.on("input", (message, send, done) => {
      const profile = safeParseProfile(message.payload);
      if (!profile.ok) {
        this.status({ fill: "red", shape: "ring", text: "no app profile" });
        message.plimsoll = { problems: profile.problems };
        return done(new Error(`This is no app profile. ${inWords(profile.problems)}`));
      }
      const { tier, ceiling, settled, findings, questions } = classify(profile.value);
      const isWithin = tiers.findIndex(({ id }) => id === ceiling) <= limit;
      message.plimsoll = {
        ...{ tier, ceiling, settled },
        reasons: findings
          .filter(({ status }) => status === "holds")
          .map(({ title, why, advice, evidence }) => ({
            title,
            why,
            advice,
            seen: evidence.map((each) => evidenceInWords(each)),
          })),
        questions: questions.flatMap(({ opens, question }) => (opens === "tier" ? question : [])),
      };
      const text = settled ? titleOf(tier) : `${titleOf(tier)}, could be ${titleOf(ceiling)}`;
      this.status({ fill: isWithin ? "green" : "yellow", shape: settled ? "dot" : "ring", text });
      send(isWithin ? [message, null] : [null, message]);
      done();
    });
  }

  /** A node that cannot work says why, where it stands and to whoever sends it something. */
  function refuse(node, why) {
    node.status({ fill: "red", shape: "ring", text: why });
    node.error(why);
    node.on("input", (_message, _send, done) => done(new Error(why)));
  }

  RED.nodes.registerType("plimsoll-gate", PlimsollGate);
};

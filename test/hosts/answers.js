// What every host must answer alike. A plain script in old syntax, so that it runs wherever one can be run. It asks by the frozen
// policy of the tests, which stands beside it as `frozenPolicy`, so that no rule of the standard policy changes what is answered.

(() => {
  const apps = [
    { id: "list", name: "Wish list", audience: { users: 9 } },
    {
      id: "stock",
      name: 'Stock <list> & "more"',
      audience: { users: 140, departments: ["Sales", "Warehouse"] },
      integrations: [
        { system: "ERP", direction: "bidirectional" },
        { system: "Shop", direction: "write" },
      ],
      data: [{ class: "health", encryptedAtRest: false }],
    },
    { id: "__proto__", name: "Łódź 📦", extensions: { "a/b~c": [1, null, true] } },
  ];

  const told = ({ evidenceInWords }, { tier, ceiling, settled, findings, questions }) => ({
    tier,
    ceiling,
    settled,
    findings: findings.map(({ id, status, evidence }) => ({
      id,
      status,
      evidence: evidence.map((each) => evidenceInWords(each)),
    })),
    questions: questions.map(({ fact }) => fact),
  });

  const refusal = (ask) => {
    try {
      ask();
      return "none";
    } catch (error) {
      return { code: error.code, problems: error.problems };
    }
  };

  /** What the classifier says; the one script has all that this takes. */
  globalThis.plimsollAnswers = (plimsoll) => {
    const { classify, createClassifier, extendPolicy, definePolicy } = plimsoll;
    const base = { id: "ours", version: "1.0.0" };
    const frozen = definePolicy(globalThis.frozenPolicy);
    const stricter = extendPolicy(frozen, { ...base, change: { "many-users": { lines: { users: 5 } } } });
    return JSON.stringify({
      // Whatever is added to the standard policy: at its highest tier an app stays.
      standard: [classify(apps[1]).policy.id, classify(apps[1]).tier],
      frozen: apps.map((app) => told(plimsoll, classify(app, frozen))),
      stricter: apps.map((app) => createClassifier(stricter)(app).tier),
      refused: [
        refusal(() => extendPolicy(frozen, { ...base, change: { "many-user": { lines: { users: 5 } } } })),
        refusal(() => definePolicy({ ...base, title: "Ours", tiers: [] })),
      ],
    });
  };

  const doors = ["backtest", "escalation", "governance", "guide", "retirement", "stories"];

  /** What the other doors of the package say. */
  globalThis.plimsollMoreAnswers = ({ plimsoll, analysis, render, schema, testing, ...others }) => {
    const { classify, parsePolicy, safeParseProfile } = plimsoll;
    const [list, stock] = apps;
    // The app that arrives tells every fact that there is: its users and where it sits are enough.
    const wayIn = ({ verdict, paths = [] }) => ({
      verdict,
      paths: paths.map(({ changes, witness: { profile, tier } }) => ({
        changes,
        arrives: [profile.audience.users, tier, classify(profile, policy).tier],
      })),
    });
    const policy = parsePolicy(globalThis.frozenPolicy);

    return JSON.stringify({
      read: [safeParseProfile(stock).ok, safeParseProfile({ id: "list", nmae: "List" })],
      range: [list, stock].map((app) => analysis.tierRange(app, policy)),
      proof: analysis.prove(policy, { monotone: true }).verdict,
      ways: wayIn(analysis.pathsTo(testing.harmlessApp("List").usedBy(140).build(), "alone", policy)),
      ...Object.fromEntries(doors.map((door) => [door, Object.keys(others[door]).sort()])),
      drawn: render.loadLineSvg(classify(stock, policy), { policy, name: stock.name }),
      schema: schema.profileJsonSchema().required,
    });
  };
})();

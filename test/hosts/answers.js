// What every host must answer alike. A plain script in old syntax, so that it runs wherever one can be run.

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
    const { classify, createClassifier, extendPolicy, standardPolicy, definePolicy } = plimsoll;
    const base = { id: "ours", version: "1.0.0" };
    const stricter = extendPolicy(standardPolicy, { ...base, change: { "many-users": { lines: { users: 5 } } } });
    return JSON.stringify({
      standard: apps.map((app) => told(plimsoll, classify(app))),
      stricter: apps.map((app) => createClassifier(stricter)(app).tier),
      refused: [
        refusal(() => extendPolicy(standardPolicy, { ...base, change: { "many-user": { lines: { users: 5 } } } })),
        refusal(() => definePolicy({ ...base, title: "Ours", tiers: [] })),
      ],
    });
  };

  /** What the other doors of the package say. */
  globalThis.plimsollMoreAnswers = ({ plimsoll, analysis, cases, escalation, render, schema, testing }) => {
    const { safeParseProfile, standardPolicy } = plimsoll;
    const [list, stock] = apps;

    return JSON.stringify({
      read: [safeParseProfile(stock).ok, safeParseProfile({ id: "list", nmae: "List" })],
      range: [list, stock].map((app) => analysis.tierRange(app, standardPolicy)),
      proof: analysis.prove(standardPolicy, { monotone: true }).verdict,
      ways: analysis.pathsTo(testing.harmlessApp("List").usedBy(140).build(), "citizen", standardPolicy),
      cases: Object.keys(cases),
      escalation: Object.keys(escalation).sort(),
      drawn: render.loadLineSvg(plimsoll.classify(stock), { name: stock.name }),
      schema: schema.profileJsonSchema().required,
    });
  };
})();

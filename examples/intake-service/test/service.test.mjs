import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { harmlessApp } from "plimsoll/testing";
import { openApi, shown } from "./api.mjs";
import { databases } from "./databases.mjs";

const list = harmlessApp("List").usedBy(9).build();
const crowd = harmlessApp("Crowd").usedBy(140).build();
const patients = { id: "patients", name: "Patients", data: [{ class: "health" }] };
const opening = {
  need: { what: "Shifts are planned on one page.", of: "Ward team" },
  builder: "Ward clerk",
  recognisedBy: "business",
};

for (const { name, skip, start } of databases) {
  describe(`with ${name}`, { skip }, () => {
    let server;
    let url;
    let api;
    let count = 0;

    before(() => {
      server = start();
    });
    after(() => server.stop());
    beforeEach(async () => {
      count += 1;
      url = server.newUrl(`intake_${count}`);
      api = await openApi(url);
    });
    afterEach(() => api.close());

    const submit = (profile, seen) => api.ask("PUT", `/apps/${profile.id}`, { body: profile, seen });

    describe("an app", () => {
      test("is answered with how deep it sits and what to ask next", async () => {
        const { status, body, revision } = await submit({ id: "rota", name: "Rota", audience: { users: 140 } });
        assert.equal(status, 201);
        assert.equal(revision, 1);
        assert.equal(body.classification.tier, "it-review");
        assert.equal(body.classification.settled, false);
        assert.equal(body.next.verdict, "open");
        assert.ok(body.next.questions.length > 0);
      });

      test("is read as it was submitted, by a service that was started anew too", async () => {
        const { body } = await submit(crowd);
        assert.deepEqual((await api.ask("GET", "/apps/crowd")).body, body);
        await api.close();
        api = await openApi(url);
        assert.deepEqual((await api.ask("GET", "/apps/crowd")).body, body);
      });

      test("is settled when no answer could change its tier, and asks nothing more", async () => {
        const { body } = await submit(patients);
        assert.deepEqual(body.next, { verdict: "settled", tier: "professional" });
      });

      test("that a component handles in part is answered with what to ask next", async () => {
        const written = ["ERP", "CRM"].map((system) => {
          return { system, direction: "write", component: { id: "data-synchronisation" } };
        });
        const body = { id: "sync", name: "Sync", integrations: written, partial: ["/integrations"] };
        const { body: answer } = await submit(body);
        assert.equal(answer.next.verdict, "open");
        assert.ok(answer.next.questions.length > 0);
      });

      test("is changed by whoever has seen it last, and by nobody else", async () => {
        await submit(list);
        const grown = harmlessApp("List").usedBy(120).build();
        assert.equal((await submit(grown)).status, 428);
        const changed = await submit(grown, 1);
        assert.deepEqual([changed.status, changed.revision], [200, 2]);
        const late = await submit(list, 1);
        assert.deepEqual([late.status, late.body.revision], [412, 2]);
        assert.equal((await api.ask("GET", "/apps/list")).body.profile.audience.users, 120);
      });

      test("that nobody has submitted cannot be changed", async () => {
        assert.equal((await submit(list, 1)).status, 412);
        assert.equal((await api.ask("GET", "/apps/list")).status, 404);
      });

      test("that two people submit at once is stored once", async () => {
        const statuses = (await Promise.all([submit(list), submit(list)])).map(({ status }) => status);
        assert.equal(statuses.filter((status) => status === 201).length, 1);
      });

      test("that two people change at once is changed once", async () => {
        await submit(list);
        const changes = [20, 30, 40].map((users) => submit(harmlessApp("List").usedBy(users).build(), 1));
        const statuses = (await Promise.all(changes)).map(({ status }) => status);
        assert.deepEqual(statuses.sort(), [200, 412, 412]);
      });

      test("that cannot be read is refused with every problem, and not kept", async () => {
        const body = { id: "rota", name: "Rota", audience: { users: "many" }, integratons: [] };
        const { status, body: answer } = await api.ask("PUT", "/apps/rota", { body });
        assert.equal(status, 422);
        assert.deepEqual(
          answer.problems.map(({ pointer }) => pointer),
          ["/audience/users", "/integratons"],
        );
        assert.equal((await api.ask("GET", "/apps/rota")).status, 404);
      });

      test("that contradicts itself is refused, and not kept", async () => {
        const body = { id: "rota", name: "Rota", audience: { users: 5, peakConcurrent: 9 } };
        assert.equal((await api.ask("PUT", "/apps/rota", { body })).status, 422);
        assert.equal((await api.ask("GET", "/apps/rota")).status, 404);
      });

      test("has the id of its address", async () => {
        const { status, body } = await api.ask("PUT", "/apps/other", { body: list });
        assert.equal(status, 422);
        assert.equal(body.problems[0].pointer, "/id");
      });
    });

    test("what cannot be read any more is said so, and stands in nobody's way", async () => {
      const submission = { at: "2026-01-12T08:00:00Z", by: "Ward clerk" };
      await api.registry.saveApp({ id: "old", name: 7 }, 0, submission);
      await submit(crowd);
      await api.registry.addApproval({ app: "crowd", review: 7 }, submission.at);
      const read = await api.ask("GET", "/apps/old");
      assert.deepEqual([read.status, read.body.problems[0].pointer], [409, "/name"]);
      const listed = (await api.ask("GET", "/apps")).body.apps;
      assert.deepEqual(
        listed.map(({ app, tier }) => [app, tier]),
        [
          ["crowd", "it-review"],
          ["old", null],
        ],
      );
      assert.equal((await api.ask("GET", "/apps/old/history")).body.submissions[0].tier, null);
      assert.equal((await api.ask("GET", "/audit")).body.summary.unreadable, 2);
      for (const path of ["approvals", "reviews?milestone=deploy"]) {
        assert.equal((await api.ask("GET", `/apps/crowd/${path}`)).status, 409);
      }
      const text = { accepted: "\ud800" };
      const approved = { review: "production-readiness", answers: { readiness: "met", support: text, failure: "met" } };
      await submit(list);
      assert.equal((await api.ask("POST", "/apps/list/approvals", { body: approved })).status, 422);
      assert.equal((await submit({ ...list, id: "old" }, 1)).status, 200);
    });

    test("apps are listed a page at a time, in the order of their ids", async () => {
      for (const each of [list, crowd, patients]) await submit(each);
      const first = (await api.ask("GET", "/apps?most=2")).body;
      assert.deepEqual(
        first.apps.map(({ app, tier }) => [app, tier]),
        [
          ["crowd", "it-review"],
          ["list", "citizen"],
        ],
      );
      const second = (await api.ask("GET", `/apps?most=2&after=${first.after}`)).body;
      assert.deepEqual(
        second.apps.map(({ app, settled }) => [app, settled]),
        [["patients", true]],
      );
      assert.equal(second.after, null);
      assert.equal((await api.ask("GET", "/apps?most=0")).status, 422);
    });

    describe("an approval", () => {
      const held = {
        review: "production-readiness",
        answers: { readiness: "met", support: shown, failure: "met" },
        scope: { users: 200, systems: [], data: ["general"], environment: "production" },
      };
      const approve = (body) => api.ask("POST", "/apps/crowd/approvals", { body });

      test("is recorded when every item is answered, and lists what waits when not", async () => {
        await submit(crowd);
        const waiting = await approve({ ...held, answers: {} });
        assert.equal(waiting.status, 422);
        assert.ok(waiting.body.problems.some(({ pointer }) => pointer === "/answers/readiness"));
        const { status, body } = await approve(held);
        assert.equal(status, 201);
        assert.deepEqual([body.app, body.review, body.on], ["crowd", held.review, "2026-01-12"]);
        assert.deepEqual((await api.ask("GET", "/apps/crowd/approvals")).body, [body]);
      });

      test("whose form is wrong is refused with a pointer", async () => {
        await submit(crowd);
        const { status, body } = await approve({ ...held, scope: { users: "200" }, answers: { support: "yes" } });
        assert.equal(status, 422);
        const pointers = body.problems.map(({ pointer }) => pointer);
        assert.ok(pointers.includes("/scope/users") && pointers.includes("/answers/support"), String(pointers));
      });

      test("opens the way into production, as far as its scope goes", async () => {
        await submit(crowd);
        const decide = async (body) => (await api.ask("POST", "/apps/crowd/authorizations", { body })).body.decision;
        const due = async () => (await api.ask("GET", "/apps/crowd/reviews?milestone=deploy")).body;
        const isReady = async () => (await due()).every(({ review }) => review !== held.review);
        assert.equal(await decide({ kind: "deploy" }), "review");
        assert.equal(await isReady(), false);
        await approve(held);
        assert.equal(await isReady(), true);
        const growth = await api.ask("POST", "/apps/crowd/authorizations", { body: { kind: "grow", users: 900 } });
        assert.equal(growth.body.decision, "review");
        assert.equal(growth.body.after.tier, "professional");
      });

      test("is asked for by an action that is one", async () => {
        await submit(crowd);
        const { status, body } = await api.ask("POST", "/apps/crowd/authorizations", { body: { kind: "fly" } });
        assert.equal(status, 422);
        assert.equal(body.problems[0].pointer, "/kind");
        assert.equal((await api.ask("GET", "/apps/crowd/reviews?milestone=party")).status, 422);
      });
    });

    describe("a case", () => {
      const open = async () => {
        await submit(patients);
        return (await api.ask("POST", "/apps/patients/cases", { body: opening })).body.case;
      };
      const happen = (id, seen, { by, ...body }) => api.ask("POST", `/cases/${id}/events`, { seen, body, as: by });

      test("begins with the signs that stand, and says what is possible", async () => {
        await submit(patients);
        const { status, body, revision } = await api.ask("POST", "/apps/patients/cases", { body: opening });
        assert.deepEqual([status, revision, body.case.state], [201, 1, "recognised"]);
        assert.deepEqual(
          body.case.signs.map(({ id }) => id),
          ["sensitive-data"],
        );
        assert.deepEqual(
          body.possible.map(({ kind }) => kind),
          ["preserved", "withdrawn", "false-alarm"],
        );
      });

      test("goes its way to the end, event by event", async () => {
        const { id } = await open();
        const part = { id: "records", title: "The records", concern: "technical", mark: "rebuild", why: "Plain text." };
        const events = [
          { kind: "preserved", by: "IT director", how: "It runs on, read-only." },
          { kind: "partnership-agreed", by: "IT director", itOwner: "Security", businessOwner: "Ward lead" },
          { kind: "part-marked", by: "Security", part },
          { kind: "rebuilding-begun", by: "Security" },
          { kind: "part-rebuilt", by: "Security", part: "records", how: "Encrypted." },
          { kind: "learning-begun", by: "Security" },
          {
            kind: "lesson-recorded",
            by: "Ward lead",
            lesson: { why: "Nobody asked.", earlier: "Ask about data first." },
          },
          { kind: "closed", by: "Ward lead", why: "It is safe." },
        ];
        for (const [index, event] of events.entries()) {
          const { status, body } = await happen(id, index + 1, event);
          assert.deepEqual([status, body.case.revision], [200, index + 2]);
        }
        const { body } = await api.ask("GET", `/cases/${id}`);
        assert.deepEqual([body.case.state, body.possible], ["closed", []]);
        assert.equal(body.owners[0].owner, "Security");
        assert.deepEqual((await api.ask("GET", "/apps/patients/cases")).body, [body]);
      });

      test("refuses what is not possible now, and says what is", async () => {
        const { id } = await open();
        const { status, body } = await happen(id, 1, { kind: "closed", by: "Ward lead", why: "Enough." });
        assert.deepEqual([status, body.code], [409, "not-now"]);
        assert.equal(body.possible[0].kind, "preserved");
        const unread = await happen(id, 1, { kind: "preserved", by: "IT director" });
        assert.deepEqual([unread.status, unread.body.problems[0].pointer], [422, "/how"]);
      });

      test("that two people move at once moves once", async () => {
        const { id } = await open();
        const event = { kind: "preserved", by: "IT director", how: "It runs on." };
        const statuses = (await Promise.all([happen(id, 1, event), happen(id, 1, event)])).map(({ status }) => status);
        assert.deepEqual(statuses.sort(), [200, 412]);
        assert.equal((await happen(id, undefined, event)).status, 428);
      });

      test("of an app or an id that nobody knows is not found", async () => {
        assert.equal((await api.ask("POST", "/apps/nobody/cases", { body: opening })).status, 404);
        assert.equal((await api.ask("GET", "/cases/nobody")).status, 404);
        await submit(patients);
        assert.equal((await api.ask("POST", "/apps/patients/cases", { body: {} })).status, 422);
      });
    });

    describe("the audit", () => {
      test("ranks the riskiest first, by what was approved too", async () => {
        const critical = { id: "dock", name: "Dock", criticality: { dailyDependence: true, support: false } };
        for (const each of [list, critical]) await submit(each);
        const { body } = await api.ask("GET", "/audit?capacity=1");
        assert.equal(body.asOf, "2026-01-12");
        assert.equal(body.summary.apps, 2);
        assert.deepEqual(
          body.ranked.map(({ app, points }) => [app, points]),
          [["dock", 18]],
        );
      });

      test("sees every app of a registry of many pages, each once", async () => {
        const names = Array.from({ length: 450 }, (_, index) => `App ${index}`);
        for (const each of names) {
          const submission = { at: "2026-01-12T08:00:00Z", by: "Ward clerk" };
          await api.registry.saveApp(harmlessApp(each).usedBy(140).build(), 0, submission);
        }
        const { body } = await api.ask("GET", "/audit");
        assert.deepEqual(body.summary.tiers, { citizen: 0, "it-review": 450, professional: 0 });
        assert.equal(body.ranked.length, 20);
      });
    });
  });
}

package org.countermand.proof;

import java.util.List;

/** Plans, their steps, and the calls that were made for them. */
final class Work {

  private static final Statement STEPS =
      new SqlStatement(
          "steps",
          "Plans that ended have no step under way, and no plan has two.",
          "SELECT count(*) FROM step",
          // What was taken back before the warehouse was asked keeps a step that was never begun.
          """
          SELECT format('C-%s %s: step %s %s is %s%s', lpad(c.number::text, 7, '0'), c.state,
                        s.position, s.kind, s.state,
                        CASE WHEN s.owner IS NULL THEN '' ELSE ' and owned by node ' || s.owner END)
          FROM step s JOIN cancellation c ON c.id = s.cancellation_id
          WHERE (c.state = 'COMPLETED' AND (s.state NOT IN ('DONE', 'REFUSED') OR s.owner IS NOT NULL))
             OR (c.state IN ('REFUSED', 'WITHDRAWN', 'EXPIRED')
                 AND s.state NOT IN ('DONE', 'REFUSED') AND (s.state <> 'PENDING' OR s.attempt > 0))
          UNION ALL
          SELECT format('cancellation %s has %s steps under way', cancellation_id, count(*))
          FROM step WHERE state IN ('IN_FLIGHT', 'AWAITING', 'UNKNOWN')
          GROUP BY cancellation_id HAVING count(*) > 1
          UNION ALL
          SELECT format('C-%s is completed with %s steps for a document and %s for money, of %s',
                        lpad(c.number::text, 7, '0'), coalesce(s.credits, 0), coalesce(s.refunds, 0),
                        coalesce(p.parts, 0))
          FROM cancellation c
          LEFT JOIN (SELECT cancellation_id, count(*) FILTER (WHERE kind = 'CREDIT' AND state = 'DONE') AS credits,
                            count(*) FILTER (WHERE kind = 'REIMBURSE') AS refunds
                     FROM step GROUP BY cancellation_id) s ON s.cancellation_id = c.id
          LEFT JOIN (SELECT cancellation_id, count(*) AS parts FROM refund_part
                     GROUP BY cancellation_id) p ON p.cancellation_id = c.id
          WHERE c.state = 'COMPLETED'
          AND (coalesce(s.credits, 0) <> 1 OR coalesce(s.refunds, 0) <> coalesce(p.parts, 0))
          UNION ALL
          SELECT format('step %s is %s and its part is %s', s.id, s.state, coalesce(p.state, 'missing'))
          FROM step s LEFT JOIN refund_part p
            ON p.id = s.subject_id AND p.cancellation_id = s.cancellation_id
          WHERE s.kind = 'REIMBURSE' AND (p.id IS NULL
            OR (s.state = 'DONE' AND p.state IN ('REQUESTED', 'SUBMITTED'))
            OR (s.state = 'REFUSED' AND p.state <> 'FAILED'))
          """);

  private static final Statement ATTEMPTS =
      new SqlStatement(
          "attempts",
          "Every call to the outside came to one end, under keys that nothing else used.",
          "SELECT count(*) FROM journal",
          """
          WITH told AS (
            SELECT step_id, count(*) FILTER (WHERE phase = 'CALLING') AS calls,
                   count(*) FILTER (WHERE phase = 'ANSWERED' AND outcome = 'DONE') AS done,
                   count(*) FILTER (WHERE phase = 'ANSWERED' AND outcome = 'DECLINED') AS declined,
                   count(*) FILTER (WHERE phase = 'ANSWERED') AS answers, count(*) AS lines,
                   count(DISTINCT attempt) AS attempts, max(attempt) AS last,
                   count(DISTINCT attempt_id) AS keys
            FROM journal GROUP BY step_id)
          SELECT format('step %s %s %s, attempt %s: called %s times in %s attempts under %s keys,'
                        ' done %s times, declined %s times', s.id, s.kind, s.state, s.attempt,
                        coalesce(t.calls, 0), coalesce(t.attempts, 0), coalesce(t.keys, 0),
                        coalesce(t.done, 0), coalesce(t.declined, 0))
          FROM step s LEFT JOIN told t ON t.step_id = s.id
          WHERE coalesce(t.done, 0) <> (s.state = 'DONE')::int
             OR (s.state = 'REFUSED' AND coalesce(t.declined, 0) < 1)
             OR coalesce(t.attempts, 0) <> s.attempt OR coalesce(t.last, 0) <> s.attempt
             OR coalesce(t.keys, 0) <> s.attempt
             OR coalesce(t.calls, 0) < s.attempt
             OR coalesce(t.answers, 0) > coalesce(t.lines, 0) - coalesce(t.answers, 0)
          UNION ALL
          SELECT format('key %s was used by %s steps', attempt_id, count(DISTINCT step_id))
          FROM journal GROUP BY attempt_id HAVING count(DISTINCT step_id) > 1
          UNION ALL
          SELECT format('the journal tells of a step %s that is not there', j.step_id)
          FROM journal j LEFT JOIN step s ON s.id = j.step_id AND s.cancellation_id = j.cancellation_id
          WHERE s.id IS NULL
          """);

  private Work() {}

  static List<Statement> statements() {
    return List.of(new Ends(), STEPS, ATTEMPTS);
  }
}

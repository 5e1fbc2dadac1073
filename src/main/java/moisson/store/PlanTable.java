package moisson.store;

import java.util.List;
import java.util.Optional;
import moisson.event.Plan;
import moisson.event.RunState;
import org.jdbi.v3.core.Handle;

/** What each harvest would change or has changed, and what a person decided about those that were held. */
public final class PlanTable {
    private final Handle handle;

    PlanTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * What one applied harvest was like, to learn from.
     *
     * @param alive records that lived before
     */
    public record Past(int read, int rejected, int alive, int absent) {}

    /** Keeps the plan of a run that has begun. */
    public void keep(long run, Plan plan) {
        handle.createUpdate("""
                insert into run_plan (run, alive, absent, renamed, plan)
                values (:run, :alive, :absent, :renamed, :plan)""")
                .bind("run", run)
                .bind("alive", plan.alive())
                .bind("absent", plan.absent())
                .bind("renamed", plan.renamed())
                .bind("plan", EventJson.of(plan))
                .execute();
    }

    /** Empty for runs that never came to a plan. */
    public Optional<Plan> find(long run) {
        return handle.createQuery("select plan from run_plan where run = :run")
                .bind("run", run)
                .mapTo(String.class)
                .findOne()
                .map(EventJson::plan);
    }

    /** The last harvests of a source that were applied without a person, the latest first. */
    public List<Past> past(String source, int limit) {
        return handle.createQuery("""
                select run.records_read, run.rejected, run_plan.alive, run_plan.absent
                from run join run_plan on run_plan.run = run.id
                where run.source = :source and run.state = :done
                    and not exists (select 1 from run held
                        where held.source = run.source and held.state = :accepted and held.delivery = run.delivery)
                order by run.id desc limit :limit""")
                .bind("source", source)
                .bind("done", RunState.DONE.name())
                .bind("accepted", RunState.ACCEPTED.name())
                .bind("limit", limit)
                .map((row, context) -> new Past(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    /** Number of the run of a source that waits for a person: at most one does. */
    public Optional<Long> held(String source) {
        return handle.createQuery("select max(id) from run where source = :source and state = :held")
                .bind("source", source)
                .bind("held", RunState.HELD.name())
                .mapTo(Long.class)
                .findOne();
    }

    /** Numbers of all runs that wait for a person, the oldest first. */
    public List<Long> allHeld() {
        return handle.createQuery("select id from run where state = :held order by id")
                .bind("held", RunState.HELD.name())
                .mapTo(Long.class)
                .list();
    }

    /** True when a person refused these very bytes of this source. */
    public boolean refused(String source, String delivery) {
        return handle.createQuery("""
                select count(*) from run where source = :source and delivery = :delivery and state = :refused""")
                        .bind("source", source)
                        .bind("delivery", delivery)
                        .bind("refused", RunState.REFUSED.name())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /**
     * Writes down what became of a held run.
     *
     * @return false when it was not held any more: somebody was faster
     */
    public boolean decide(long run, RunState state, String message) {
        return handle.createUpdate(
                                "update run set state = :state, message = :message where id = :run and state = :held")
                        .bind("state", state.name())
                        .bind("message", message)
                        .bind("run", run)
                        .bind("held", RunState.HELD.name())
                        .execute()
                == 1;
    }
}

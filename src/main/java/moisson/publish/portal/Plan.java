package moisson.publish.portal;

import java.util.List;

/** What is to be done about one dataset, in order. Empty when all is as it should be. */
record Plan(List<Task> tasks, List<Remark> remarks) {
    Plan {
        tasks = List.copyOf(tasks);
        remarks = List.copyOf(remarks);
    }

    /** A step, and how to do it. */
    record Task(Step step, Runnable work) {}

    List<Step> steps() {
        return tasks.stream().map(Task::step).toList();
    }
}

"""As much of Airflow as a DAG of one task needs: it is read and its task runs, without a scheduler."""


class DAG:
    current = None

    def __init__(self, dag_id, schedule, start_date, catchup, max_active_runs, tags):
        self.dag_id = dag_id
        self.schedule = schedule
        self.catchup = catchup
        self.max_active_runs = max_active_runs
        self.tasks = []

    def __enter__(self):
        DAG.current = self
        return self

    def __exit__(self, *ignored):
        pass

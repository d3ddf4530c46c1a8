"""Outsole every night, as an Airflow DAG (Airflow 2.4 or newer with the provider apache-airflow-providers-apache-spark).

The connection "outsole_spark" names the master, with deploy mode client: in cluster mode spark-submit hides the exit code. The
variable "outsole_home" is a built project's folder on the workers; "outsole_history" and "outsole_runs" are Hadoop paths. With
"outsole_first_night" (ISO 8601) nights that were missed since then are made up for, each under its own date.
A regression (exit code 3) fails the task at once, since another try would find it again; any other failure is tried again.
"""

import re
from datetime import datetime, timedelta
from pathlib import Path

from airflow import DAG
from airflow.exceptions import AirflowException, AirflowFailException
from airflow.models import Variable
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

REGRESSION = 3


class NightlyOperator(SparkSubmitOperator):
    """Tells a regression from a failure, by the exit code that the hook's error ends with."""

    def execute(self, context):
        try:
            return super().execute(context)
        except AirflowException as error:
            code = re.search(r"Error code is: (\d+)", str(error))
            if code and int(code.group(1)) == REGRESSION:
                raise AirflowFailException("a regression: its findings are in the log above") from error
            raise


def jar(home: str) -> str:
    """What a build, or a release, names in its first word."""
    for folder in ("target", "lib"):
        built = Path(home, folder, "built")
        if built.exists():
            return str(built.parent / built.read_text().split()[0])
    raise FileNotFoundError(f"no build in {home}/target: run mvn package there, or set the variable outsole_home")


HOME = Variable.get("outsole_home", default_var="/opt/outsole")
FIRST_NIGHT = Variable.get("outsole_first_night", default_var="")

with DAG(
    dag_id="outsole_nightly",
    schedule="30 2 * * *",
    start_date=datetime.fromisoformat(FIRST_NIGHT or "2026-01-01"),
    catchup=bool(FIRST_NIGHT),
    max_active_runs=1,
    tags=["outsole"],
):
    NightlyOperator(
        task_id="nightly",
        conn_id="outsole_spark",
        application=jar(HOME),
        java_class="dev.outsole.cli.Main",
        name="outsole nightly",
        properties_file=f"{HOME}/conf/spark-defaults.conf",
        application_args=[
            "nightly",
            "--date",
            # By the DAG's time zone: in UTC a night of local time would have another date in summer than in winter.
            "{{ data_interval_end.in_timezone(dag.timezone) | ds }}",
            "--history",
            Variable.get("outsole_history", default_var="hdfs:///outsole/history"),
            "--output",
            Variable.get("outsole_runs", default_var="hdfs:///outsole/runs"),
        ],
        env_vars={
            "OUTSOLE_HOME": HOME,
            "OUTSOLE_CONFIG": f"{HOME}/conf/outsole.conf",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            # As a URI: spark-submit splits these options at spaces.
            "SPARK_SUBMIT_OPTS": "-Dlog4j2.configurationFile=" + Path(HOME, "conf/log4j2.properties").as_uri(),
        },
        retries=2,
        retry_delay=timedelta(minutes=15),
        execution_timeout=timedelta(hours=6),
    )

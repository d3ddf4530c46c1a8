"""The operator's documented arguments, as words of a spark-submit that runs for real."""

import os
import subprocess

from airflow import DAG
from airflow.exceptions import AirflowException


class SparkSubmitOperator:
    connections = {}

    def __init__(
        self,
        *,
        task_id,
        conn_id,
        application,
        java_class,
        name,
        properties_file,
        application_args,
        env_vars,
        retries,
        retry_delay,
        execution_timeout,
    ):
        self.task_id = task_id
        self.retries = retries
        self.env_vars = env_vars
        spark = self.connections[conn_id]
        self.command = [spark["binary"], "--master", spark["master"], "--properties-file", properties_file]
        self.command += ["--name", name, "--class", java_class, application, *application_args]
        DAG.current.tasks.append(self)

    def execute(self, context):
        command = [word.replace("{{ data_interval_end.in_timezone(dag.timezone) | ds }}", context["ds"]) for word in self.command]
        code = subprocess.run(command, env={**os.environ, **self.env_vars}).returncode
        if code:
            raise AirflowException(f"Cannot execute: {' '.join(command)}. Error code is: {code}.")

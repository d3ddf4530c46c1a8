"""run_dag.py DAG HOME SPARK_SUBMIT: runs the DAG's one task for a date, and says how it ended."""

import importlib.util
import sys

from airflow import DAG
from airflow.models import Variable
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

path, home, binary = sys.argv[1:]
Variable.values = {"outsole_home": home}
SparkSubmitOperator.connections = {"outsole_spark": {"master": "yarn", "binary": binary}}
spec = importlib.util.spec_from_file_location("dag", path)
spec.loader.exec_module(importlib.util.module_from_spec(spec))
(task,) = DAG.current.tasks
try:
    task.execute({"ds": "2026-11-20"})
    print("ended: success", file=sys.stderr)
except Exception as error:
    print(f"ended: {type(error).__name__}: {error}", file=sys.stderr)

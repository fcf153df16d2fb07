"""Judges a facts table on a Spark cluster: verdicts as Parquet. It says when it is in the middle, and how it ended, in lines of JSON."""

import json
import sys
import threading
import time

from pyspark.sql import SparkSession

master, workers, facts, query, verdicts = sys.argv[1:]
spark = (
    SparkSession.builder.master(master)
    .appName("plimsoll")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.executor.memory", "800m")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    # A file is a piece of work.
    .config("spark.sql.files.maxPartitionBytes", "1m")
    .config("spark.sql.files.openCostInBytes", "1m")
    # Whoever counts the workers waits for all of them.
    .config("spark.scheduler.minRegisteredResourcesRatio", "1")
    .config("spark.cores.max", workers)
    .getOrCreate()
)
context = spark.sparkContext
context.setLogLevel("OFF")


def say(**told):
    print(json.dumps(told), flush=True)


def executors():
    # The driver is listed among them.
    return context._jsc.sc().statusTracker().getExecutorInfos().__len__() - 1


def progress():
    tracker = context.statusTracker()
    stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
    return max(((stage.numCompletedTasks, stage.numTasks) for stage in stages if stage), default=(0, 0), key=lambda told: told[1])


def watch():
    while True:
        done, tasks = progress()
        if tasks > 8 and done >= tasks / 4:
            say(middle=True, done=done, tasks=tasks, workers=executors())
            break
        time.sleep(0.02)
    # Whoever takes a worker away says so.
    if sys.stdin.readline():
        done, tasks = progress()
        say(taken=True, done=done, tasks=tasks)


spark.read.parquet(facts).createOrReplaceTempView("facts")
with open(query, encoding="utf-8") as file:
    sql = file.read()
while executors() < int(workers):
    time.sleep(0.1)
threading.Thread(target=watch, daemon=True).start()
start = time.monotonic()
spark.sql(sql).write.mode("overwrite").parquet(verdicts)
seconds = time.monotonic() - start
counts = spark.read.parquet(verdicts).groupBy("tier", "ceiling", "settled").count().collect()
say(ended=True, seconds=seconds, workers=executors(), counts=[row.asDict() for row in counts])
spark.stop()

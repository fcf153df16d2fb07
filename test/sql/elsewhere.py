"""Answers queries on an engine that Python brings, one a line: a table with its columns and rows, and what is asked of it."""

import json
import sys

engine = sys.argv[1]


def clickhouse():
    from chdb import session

    own = session.Session()
    own.query("CREATE DATABASE plimsoll ENGINE = Atomic")
    own.query("USE plimsoll")
    types = {"number": "Nullable(Float64)", "text": "Nullable(String)", "loose": "Nullable(String)", "boolean": "Nullable(Bool)"}

    def ask(columns, rows, sql):
        own.query("DROP TABLE IF EXISTS facts")
        named = ", ".join(f"{column['name']} {types[column['type']]}" for column in columns)
        own.query(f"CREATE TABLE facts ({named}) ENGINE = Memory")
        own.query("INSERT INTO facts FORMAT JSONEachRow " + "\n".join(json.dumps(row) for row in rows))
        return [json.loads(line) for line in str(own.query(sql, "JSONEachRow")).splitlines()]

    return ask


def spark():
    from pyspark.sql import SparkSession, types

    own = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false").getOrCreate()
    own.sparkContext.setLogLevel("OFF")
    kinds = {"number": types.DoubleType(), "text": types.StringType(), "loose": types.StringType(), "boolean": types.BooleanType()}

    def ask(columns, rows, sql):
        schema = types.StructType([types.StructField(c["name"], kinds[c["type"]]) for c in columns])

        def cell(row, column):
            value = row.get(column["name"])
            return float(value) if column["type"] == "number" and value is not None else value

        table = own.createDataFrame([tuple(cell(row, c) for c in columns) for row in rows], schema)
        table.createOrReplaceTempView("facts")
        return [row.asDict() for row in own.sql(sql).collect()]

    return ask


ask = {"clickhouse": clickhouse, "spark": spark}[engine]()
print("ready", flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps(ask(asked["columns"], asked["rows"], asked["sql"])), flush=True)

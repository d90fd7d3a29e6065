"""Runs the SQL of docs/quy-mo.md over a store with one engine and prints the answers as JSON: query.py ENGINE STORE DOCUMENT"""

import json
import re
import sys

TABLES = ("schools", "assessments", "actions", "criteria", "rules")


def queries(document):
    """Name → statement, of every block of SQL; the name stands in its first line."""
    text = open(document, encoding="utf-8").read()
    return dict(re.findall(r"```sql\n-- (\w+)\n(.*?)```", text, re.S))


def duckdb_answers(store, statements):
    import duckdb

    connection = duckdb.connect()
    for table in TABLES:
        connection.execute(
            f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{store}/*/*/*/{table}.parquet', hive_partitioning = true)"
        )
    for name, statement in statements.items():
        answer = connection.execute(statement)
        if statement.startswith("CREATE"):
            continue
        columns = [column[0] for column in answer.description]
        yield name, [dict(zip(columns, row)) for row in answer.fetchall()]


def spark_answers(store, statements):
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        # Little data: what Spark does to be fast with much would take longer than the counting.
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    for table in TABLES:
        frame = session.read.option("basePath", store).parquet(f"{store}/*/*/*/{table}.parquet")
        frame.createOrReplaceTempView(table)
    for name, statement in statements.items():
        answer = session.sql(statement)
        if statement.startswith("CREATE"):
            session.catalog.cacheTable(name)
        else:
            yield name, [row.asDict() for row in answer.collect()]
    session.stop()


def main():
    engine, store, document = sys.argv[1:]
    answers = {"duckdb": duckdb_answers, "spark": spark_answers}[engine]
    print(json.dumps(dict(answers(store, queries(document))), default=int))


if __name__ == "__main__":
    main()

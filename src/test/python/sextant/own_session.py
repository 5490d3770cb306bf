"""Profiles a DataFrame in a session of one's own: PAIRS MODEL OUTPUT."""

import sys

import sextant
from pyspark.sql import SparkSession

pairs, model, output = sys.argv[1:]
quiet = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False)

without = quiet.getOrCreate()
try:
    sextant.profile(without.read.parquet(pairs), model=model, output=output, progress=False)
except sextant.SextantError as error:
    print("before:", "started without Sextant" if "started without Sextant" in str(error) else error)
# The jar is taken when the JVM starts, so a session in the same process does not help.
without.stop()
gateway = without.sparkContext._gateway
gateway.shutdown()
from pyspark import SparkContext  # noqa: E402

SparkContext._gateway = SparkContext._jvm = None

spark = quiet.config("spark.jars", sextant.jar()).getOrCreate()
run = sextant.profile(spark.read.parquet(pairs), model=model, output=output, progress=False)
print("after:", run.manifest["input"]["paths"][0])

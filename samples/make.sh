#!/bin/sh
# Makes the sample files anew, from patterns drawn in Java and with the FFmpeg that is a dependency of the build.
# Needs JAVA_HOME to be a JDK 25 and mvn on the path.
set -eu
cd "$(dirname "$0")/.."
exec mvn -B -q test -pl media -am -Dtest=SampleFiles -Dsurefire.failIfNoSpecifiedTests=false

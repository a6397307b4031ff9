@echo off
rem Starts Tiphys from the build tree; JAVA_HOME must name a JDK 25 or later.
"%JAVA_HOME%\bin\java" -XX:+UseSerialGC -Xmx2g --sun-misc-unsafe-memory-access=allow -jar "%~dp0tiphys-app-0.1.0-SNAPSHOT.jar" %*

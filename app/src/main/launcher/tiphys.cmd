@echo off
rem Starts Tiphys from the build tree; JAVA_HOME must name a JDK 25 or later.
setlocal
if not exist "%JAVA_HOME%\bin\java.exe" (
  echo Tiphys needs Java 25 or later. Install a JDK 25, and name it in JAVA_HOME. 1>&2
  exit /b 2
)
rem JavaFX tells of anything but the module path as unsupported; the rest stays on the class path.
set "window="
for %%v in ("" "open" "tour") do if "%~1"==%%v (
  set window=--module-path "%~dp0lib" --add-modules javafx.controls,jfx.incubator.richtext --enable-native-access=javafx.graphics
)
"%JAVA_HOME%\bin\java" -XX:+UseSerialGC -Xmx2g --sun-misc-unsafe-memory-access=allow %window% -jar "%~dp0tiphys-app-0.1.0-SNAPSHOT.jar" %*

@echo off
rem Finds a JDK, builds the jar when it is missing or older than its sources, and becomes the program.
setlocal EnableExtensions DisableDelayedExpansion

set "MINIMUM_JAVA=17"
set "HERE=%~dp0"
set "JAR=%HERE%target\touchstone.jar"

rem The user's own choice first, then the PATH, then the usual places.
set "JDK="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :consider "%%~dpj.."
for %%v in ("Eclipse Adoptium" Java Microsoft Zulu "Amazon Corretto") do (
    for /d %%j in ("%ProgramFiles%\%%~v\*") do call :consider "%%j"
)
if not defined JDK (
    echo touchstone: no JDK %MINIMUM_JAVA% or newer found; install one, or set JAVA_HOME to its folder>&2
    exit /b 2
)
set "JAVA_HOME=%JDK%"

call :is_current
if not errorlevel 1 goto run
where mvn >nul 2>&1
if errorlevel 1 (
    echo touchstone: the jar must be built first, and there is no Maven ^(mvn^) on the PATH; install Maven 3.8 or newer>&2
    exit /b 2
)
echo touchstone: building the jar, once (Maven downloads about 330 MB the first time)>&2
if not exist "%HERE%target" mkdir "%HERE%target"
pushd "%HERE%"
call mvn -q -B -Dstyle.color=never -Dmaven.test.skip=true package >"%HERE%target\build.log" 2>&1 <nul
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
    type "%HERE%target\build.log" >&2
    echo touchstone: the build failed>&2
    exit /b 3
)
copy /b "%JAR%"+,, "%JAR%" >nul

:run
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
set "UNSAFE="
if %JDK_MAJOR% GEQ 23 set "UNSAFE=--sun-misc-unsafe-memory-access=allow"
"%JAVA_HOME%\bin\java" -Xmx512m -XX:+UseSerialGC -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Dshapeinfoprovider=dev.touchstone.training.CachedShapes -Dopexec=dev.touchstone.training.ReachableOperations --enable-native-access=ALL-UNNAMED %UNSAFE% %TOUCHSTONE_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem Takes the folder for the JDK when none is taken yet and its version is high enough.
:consider
if defined JDK exit /b
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
set "JDK_MAJOR="
for /f "tokens=2 delims==." %%v in ('findstr /b JAVA_VERSION^= "%~1\release"') do set "JDK_MAJOR=%%~v"
set "JDK_MAJOR=%JDK_MAJOR:"=%"
if %JDK_MAJOR% GEQ %MINIMUM_JAVA% set "JDK=%~f1"
exit /b

rem Errorlevel 1 when the jar is missing or older than pom.xml or a file of src\main.
:is_current
powershell -NoProfile -Command "$jar = Get-Item -ErrorAction SilentlyContinue -LiteralPath $env:JAR; if (-not $jar) { exit 1 }; $sources = @(Get-Item -LiteralPath ($env:HERE + 'pom.xml')) + @(Get-ChildItem -Recurse -LiteralPath ($env:HERE + 'src\main')); if ($sources | Where-Object { $_.LastWriteTime -gt $jar.LastWriteTime }) { exit 1 }"
exit /b %ERRORLEVEL%

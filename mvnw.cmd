@echo off
rem Runs Maven: the pinned distribution if it is in the cache, else an installed Maven of 3.8 or
rem newer, else the pinned distribution is downloaded once, its SHA-256 checked.
rem MVNW_DISTRIBUTION_URL and MAVEN_USER_HOME are as in mvnw.
setlocal EnableExtensions DisableDelayedExpansion

for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%~dp0.mvn\wrapper\maven-wrapper.properties") do (
	if "%%a"=="distributionVersion" set "MVNW_VERSION=%%b"
	if "%%a"=="distributionUrl" set "MVNW_URL=%%b"
	if "%%a"=="distributionSha256Sum" set "MVNW_SUM=%%b"
)
if defined MVNW_DISTRIBUTION_URL set "MVNW_URL=%MVNW_DISTRIBUTION_URL%"

if not defined JAVA_HOME goto javaOnPath
if exist "%JAVA_HOME%\bin\java.exe" goto javaFound
>&2 echo mvnw: JAVA_HOME is "%JAVA_HOME%", but no bin\java.exe is in it: let it name the folder of a JDK 25, or unset it.
exit /b 1

:javaOnPath
where java.exe >nul 2>nul
if not errorlevel 1 goto javaFound
>&2 echo mvnw: no Java found: install a JDK 25 (https://adoptium.net), or set JAVA_HOME to it.
exit /b 1

:javaFound
set "MVNW_HOME=%USERPROFILE%\.m2"
if defined MAVEN_USER_HOME set "MVNW_HOME=%MAVEN_USER_HOME%"
set "MVNW_CACHE=%MVNW_HOME%\wrapper\dists\apache-maven-%MVNW_VERSION%"
set "MVNW_PINNED=%MVNW_CACHE%\apache-maven-%MVNW_VERSION%\bin\mvn.cmd"
if exist "%MVNW_PINNED%" goto pinned

where mvn.cmd >nul 2>nul
if errorlevel 1 goto download
set "MVNW_MAJOR=0"
set "MVNW_MINOR=0"
for /f "tokens=3" %%v in ('mvn.cmd -B --version 2^>nul ^| findstr /c:"Apache Maven"') do (
	for /f "tokens=1,2 delims=." %%a in ("%%v") do (
		set "MVNW_MAJOR=%%a"
		set "MVNW_MINOR=%%b"
	)
)
if %MVNW_MAJOR% GTR 3 goto installed
if %MVNW_MAJOR% EQU 3 if %MVNW_MINOR% GEQ 8 goto installed

:download
>&2 echo mvnw: no Maven 3.8 or newer found, downloading Maven %MVNW_VERSION% once.
set "MVNW_WORK=%MVNW_CACHE%\new.%RANDOM%%RANDOM%"
md "%MVNW_WORK%" 2>nul
if exist "%MVNW_WORK%" goto fetch
>&2 echo mvnw: Maven %MVNW_VERSION% cannot be kept in "%MVNW_CACHE%": make that folder writable, or set MAVEN_USER_HOME to one that is.
exit /b 1

:fetch
rem PowerShell 7 leaves its own module path to its children, which Windows PowerShell cannot load.
set "PSModulePath="
powershell -NoProfile -ExecutionPolicy Bypass -Command "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'; $zip = $env:MVNW_WORK + '\maven.zip'; $code = 1; try { [Net.ServicePointManager]::SecurityProtocol = 'Tls12'; (New-Object Net.WebClient).DownloadFile($env:MVNW_URL, $zip); $code = 2; if ((Get-FileHash -LiteralPath $zip -Algorithm SHA256).Hash -ne $env:MVNW_SUM) { exit 2 }; $code = 3; Expand-Archive -LiteralPath $zip -DestinationPath $env:MVNW_WORK; exit 0 } catch { exit $code }"
set "MVNW_CODE=%ERRORLEVEL%"
rem Another mvnw may have been quicker; what it kept is the same.
if %MVNW_CODE% EQU 0 if not exist "%MVNW_PINNED%" move "%MVNW_WORK%\apache-maven-%MVNW_VERSION%" "%MVNW_CACHE%" >nul 2>nul
rd /s /q "%MVNW_WORK%" 2>nul
if exist "%MVNW_PINNED%" goto pinned
set "MVNW_REASON=could not be downloaded: check the connection"
if %MVNW_CODE% EQU 2 set "MVNW_REASON=is not the pinned one, its SHA-256 differs: try again"
if %MVNW_CODE% EQU 0 set "MVNW_REASON=could not be moved into its folder: try again"
if %MVNW_CODE% EQU 3 set "MVNW_REASON=could not be unpacked: free some disk space"
>&2 echo mvnw: Maven %MVNW_VERSION% %MVNW_REASON%, or install Maven 3.8 or newer.
exit /b 1

rem Without "call" the arguments are read once, and the exit status of Maven's script is this one's.
:pinned
"%MVNW_PINNED%" %*

:installed
mvn.cmd %*

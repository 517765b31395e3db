@echo off
@rem SPDX-License-Identifier: Apache-2.0
@rem
@rem Runs Maven for this project: mvnw verify
@rem
@rem The first of these that is there is used:
@rem   1. the Maven pinned in .mvn\wrapper\maven-wrapper.properties, if an earlier run kept it in
@rem      wrapper\dists\apache-maven-VERSION\FIRST-16-OF-ITS-SHA-256 below MAVEN_USER_HOME or .m2
@rem   2. an installed mvn of 3.8 or newer on the PATH
@rem   3. the pinned Maven, downloaded, checked against its SHA-256 and kept for the next time
@rem
@rem Environment: JAVA_HOME, MAVEN_USER_HOME, MVNW_DISTRIBUTION_URL and MVNW_VERBOSE, as in mvnw.

setlocal EnableExtensions DisableDelayedExpansion

set "MAVEN_BASEDIR=%~dp0"
if "%MAVEN_BASEDIR:~-1%"=="\" set "MAVEN_BASEDIR=%MAVEN_BASEDIR:~0,-1%"
set "MVNW_PROPERTIES=%MAVEN_BASEDIR%\.mvn\wrapper\maven-wrapper.properties"
if not exist "%MVNW_PROPERTIES%" goto noProperties

set "MVNW_URL="
set "MVNW_SHA256="
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%MVNW_PROPERTIES%") do (
	if "%%a"=="distributionUrl" set "MVNW_URL=%%b"
	if "%%a"=="distributionSha256Sum" set "MVNW_SHA256=%%b"
)
if not defined MVNW_URL goto noProperties
if not defined MVNW_SHA256 goto noProperties
for %%f in ("%MVNW_URL:/=\%") do set "MVNW_NAME=%%~nf"
set "MVNW_NAME=%MVNW_NAME:-bin=%"
if defined MVNW_DISTRIBUTION_URL set "MVNW_URL=%MVNW_DISTRIBUTION_URL%"

if not defined JAVA_HOME goto javaOnPath
if exist "%JAVA_HOME%\bin\java.exe" goto javaFound
echo JAVA_HOME is "%JAVA_HOME%", but no bin\java.exe is in it: let it name the folder of a JDK 25.>&2
exit /b 1

:javaOnPath
where java.exe >nul 2>nul
if not errorlevel 1 goto javaFound
echo No Java was found: install a JDK 25 and put its bin folder on the PATH, or let JAVA_HOME name its folder.>&2
exit /b 1

:javaFound
set "MVNW_USER_HOME=%MAVEN_USER_HOME%"
if not defined MVNW_USER_HOME set "MVNW_USER_HOME=%USERPROFILE%\.m2"
set "MVNW_PARENT=%MVNW_USER_HOME%\wrapper\dists\%MVNW_NAME%"
set "MVNW_HOME=%MVNW_PARENT%\%MVNW_SHA256:~0,16%"
if exist "%MVNW_HOME%\bin\mvn.cmd" goto runPinned

where mvn.cmd >nul 2>nul
if errorlevel 1 goto fetch
set "MVNW_VERSION="
for /f "tokens=3" %%v in ('mvn.cmd --version 2^>nul ^| findstr /c:"Apache Maven"') do set "MVNW_VERSION=%%v"
if not defined MVNW_VERSION goto fetch
set "MVNW_MAJOR=0"
set "MVNW_MINOR=0"
for /f "tokens=1,2 delims=." %%a in ("%MVNW_VERSION%") do (
	set "MVNW_MAJOR=%%a"
	set "MVNW_MINOR=%%b"
)
if %MVNW_MAJOR% GTR 3 goto runInstalled
if %MVNW_MAJOR% EQU 3 if %MVNW_MINOR% GEQ 8 goto runInstalled

:fetch
set "MVNW_WORK=%MVNW_PARENT%\.fetch-%RANDOM%%RANDOM%"
md "%MVNW_WORK%\unpacked" 2>nul
if exist "%MVNW_WORK%\unpacked" goto download
echo Maven cannot be kept in "%MVNW_PARENT%": make that folder writable, or set MAVEN_USER_HOME to one that is.>&2
exit /b 1

:download
if defined MVNW_VERBOSE echo mvnw: downloading "%MVNW_URL%">&2
powershell -NoProfile -ExecutionPolicy Bypass -Command "try { [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12; (New-Object Net.WebClient).DownloadFile($env:MVNW_URL, $env:MVNW_WORK + '\maven.zip') } catch { exit 1 }"
if not errorlevel 1 goto check
rd /s /q "%MVNW_WORK%"
echo %MVNW_NAME% could not be downloaded from "%MVNW_URL%": install Maven 3.8 or newer so that mvn is on the PATH, or connect to the network, and run this again.>&2
exit /b 1

:check
powershell -NoProfile -ExecutionPolicy Bypass -Command "try { if ((Get-FileHash -Algorithm SHA256 -LiteralPath ($env:MVNW_WORK + '\maven.zip')).Hash -ne $env:MVNW_SHA256) { exit 1 } } catch { exit 1 }"
if not errorlevel 1 goto unpack
rd /s /q "%MVNW_WORK%"
echo What came from "%MVNW_URL%" was thrown away, since its SHA-256 is not %MVNW_SHA256%: run this again, and if it stays so, install Maven 3.8 or newer so that mvn is on the PATH.>&2
exit /b 1

:unpack
powershell -NoProfile -ExecutionPolicy Bypass -Command "try { $ProgressPreference = 'SilentlyContinue'; Expand-Archive -LiteralPath ($env:MVNW_WORK + '\maven.zip') -DestinationPath ($env:MVNW_WORK + '\unpacked') -ErrorAction Stop } catch { exit 1 }"
@rem Another mvnw may have been quicker; what it kept is the same.
if not exist "%MVNW_HOME%" move "%MVNW_WORK%\unpacked\%MVNW_NAME%" "%MVNW_HOME%" >nul 2>nul
rd /s /q "%MVNW_WORK%"
if exist "%MVNW_HOME%\bin\mvn.cmd" goto runPinned
echo %MVNW_NAME% was downloaded but could not be unpacked: free some disk space and run this again.>&2
exit /b 1

@rem Without "call", Maven's script takes over: arguments are read once and its exit status is ours.
:runPinned
if defined MVNW_VERBOSE echo mvnw: running the pinned Maven in "%MVNW_HOME%">&2
"%MVNW_HOME%\bin\mvn.cmd" %*

:runInstalled
if defined MVNW_VERBOSE echo mvnw: running the installed Maven %MVNW_VERSION%>&2
mvn.cmd %*

:noProperties
echo "%MVNW_PROPERTIES%" is missing or lacks distributionUrl or distributionSha256Sum: restore it with git checkout.>&2
exit /b 1

@echo off
rem Runs Maven: the pinned distribution if it is in the cache, else an installed Maven, else the
rem pinned distribution is downloaded once, its SHA-256 checked.
setlocal
set "BASE=%~dp0"
for /f "usebackq tokens=1,* delims==" %%a in ("%BASE%.mvn\wrapper\maven-wrapper.properties") do (
	if "%%a"=="distributionVersion" set "VERSION=%%b"
	if "%%a"=="distributionUrl" set "URL=%%b"
	if "%%a"=="distributionSha256Sum" set "SUM=%%b"
)
if not "%MVNW_DISTRIBUTION_URL%"=="" set "URL=%MVNW_DISTRIBUTION_URL%"
if "%MAVEN_USER_HOME%"=="" set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "CACHE=%MAVEN_USER_HOME%\wrapper\dists\apache-maven-%VERSION%"
set "PINNED=%CACHE%\apache-maven-%VERSION%\bin\mvn.cmd"
if exist "%PINNED%" goto pinned
where mvn >nul 2>nul
if not errorlevel 1 (
	call mvn %*
	exit /b %ERRORLEVEL%
)
powershell -NoProfile -Command "$ErrorActionPreference='Stop'; New-Item -ItemType Directory -Force '%CACHE%' | Out-Null; $zip='%CACHE%\maven.zip'; Invoke-WebRequest '%URL%' -OutFile $zip; if ((Get-FileHash $zip -Algorithm SHA256).Hash -ne '%SUM%') { Remove-Item $zip; throw 'SHA-256 differs' }; Expand-Archive -Force $zip '%CACHE%'; Remove-Item $zip"
if errorlevel 1 (
	echo mvnw: Maven %VERSION% could not be downloaded: check the connection, or install Maven 3.8 or newer. 1>&2
	exit /b 1
)
:pinned
call "%PINNED%" %*
exit /b %ERRORLEVEL%

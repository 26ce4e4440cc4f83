/** What only a Mac has. Apple’s rules and licence: `apple-payloads-networks.ts`; how to read them: `apple-schema.ts`. */
export const MAC = `
.GlobalPreferences us1
  MultipleSessionEnabled:b com.apple.autologout.AutoLogOutDelay:r
com.apple.AssetCache.managed s1
  AllowCacheDelete:b AllowPersonalCaching:b AllowSharedCaching:b AutoActivation:b
  AutoEnableTetheredCaching:b CacheLimit:i DataPath:s DenyTetheredCaching:b DisplayAlerts:b KeepAwake:b
  ListenRanges:a{ *:o{ type:s=IPv4|IPv6 first:s! last:s! } } ListenRangesOnly:b ListenWithPeersAndParents:b
  LocalSubnetsOnly:b LogClientIdentity:b Parents:a{ *:s }
  ParentSelectionPolicy:s=first-available|url-path-hash|random|round-robin|sticky-available
  PeerFilterRanges:a{ *:o{ type:s=IPv4|IPv6 first:s! last:s! } } PeerListenRanges:a{ *:o{ type:s=IPv4|IPv6
  first:s! last:s! } } PeerLocalSubnetsOnly:b Port:i PublicRanges:a{ *:o{ type:s=IPv4|IPv6 first:s! last:s!
  } }
com.apple.Dictionary us1
  parentalControl:b!
com.apple.DirectoryService.managed s
  HostName:s! UserName:s Password:s ClientID:s Description:s ADOrganizationalUnit:s ADMountStyle:s
  ADCreateMobileAccountAtLoginFlag:b ADCreateMobileAccountAtLogin:b ADWarnUserBeforeCreatingMAFlag:b
  ADWarnUserBeforeCreatingMA:b ADForceHomeLocalFlag:b ADForceHomeLocal:b ADUseWindowsUNCPathFlag:b
  ADUseWindowsUNCPath:b ADAllowMultiDomainAuthFlag:b ADAllowMultiDomainAuth:b ADDefaultUserShellFlag:b
  ADDefaultUserShell:s ADMapUIDAttributeFlag:b ADMapUIDAttribute:s ADMapGIDAttributeFlag:b
  ADMapGIDAttribute:s ADMapGGIDAttributeFlag:b ADMapGGIDAttribute:s ADPreferredDCServerFlag:b
  ADPreferredDCServer:s ADDomainAdminGroupListFlag:b ADDomainAdminGroupList:a{ *:s } ADNamespaceFlag:b
  ADNamespace:s ADPacketSignFlag:b ADPacketSign:s ADPacketEncryptFlag:b ADPacketEncrypt:s
  ADRestrictDDNSFlag:b ADRestrictDDNS:a{ *:s } ADTrustChangePassIntervalDaysFlag:b
  ADTrustChangePassIntervalDays:i
com.apple.DiscRecording us1
  BurnSupport:s!=off|authenticate|on
com.apple.MCX us
  EnableGuestAccount:b DisableGuestAccount:b com.apple.EnergySaver.desktop.ACPower:o{
  Display%20Sleep%20Timer:i(1,180)=0 Disk%20Sleep%20Timer:i(1,180)=0 System%20Sleep%20Timer:i(1,180)=0
  Reduce%20Processor%20Speed:i=0|1 Dynamic%20Power%20Step:i=0|1 Wake%20on%20LAN:i=0|1
  Wake%20On%20Modem%20Ring:i=0|1 Automatic%20Restart%20On%20Power%20Loss:i=0|1 }
  com.apple.EnergySaver.portable.ACPower:o{ Display%20Sleep%20Timer:i(1,180)=0
  Disk%20Sleep%20Timer:i(1,180)=0 System%20Sleep%20Timer:i(1,180)=0 Reduce%20Processor%20Speed:i=0|1
  Dynamic%20Power%20Step:i=0|1 Wake%20on%20LAN:i=0|1 Wake%20On%20Modem%20Ring:i=0|1
  Automatic%20Restart%20On%20Power%20Loss:i=0|1 } com.apple.EnergySaver.portable.BatteryPower:o{
  Display%20Sleep%20Timer:i(1,180)=0 Disk%20Sleep%20Timer:i(1,180)=0 System%20Sleep%20Timer:i(1,180)=0
  Reduce%20Processor%20Speed:i=0|1 Dynamic%20Power%20Step:i=0|1 Wake%20on%20LAN:i=0|1
  Wake%20On%20Modem%20Ring:i=0|1 Automatic%20Restart%20On%20Power%20Loss:i=0|1 }
  com.apple.EnergySaver.desktop.Schedule:o{ RepeatingPowerOn:o{
  eventtype:s!=wake|poweron|wakepoweron|sleep|shutdown|restart weekdays:i time:i } RepeatingPowerOff:o{
  eventtype:s!=wake|poweron|wakepoweron|sleep|shutdown|restart weekdays:i time:i } } SleepDisabled:b
  DestroyFVKeyOnStandby:b dontAllowFDEDisable:b dontAllowFDEEnable:b
  com.apple.cachedaccounts.CreateAtLogin:b com.apple.cachedaccounts.WarnOnCreate:b
  cachedaccounts.WarnOnCreate.allowNever:b cachedaccounts.expiry.delete.disusedSeconds:i
  cachedaccounts.askForSecureTokenAuthBypass:b timeServer:s timeZone:s RequireAdminForIBSS:b
  RequireAdminForAirPortNetworkChange:b RequireAdminToTurnAirPortOnOff:b
com.apple.MCX.FileVault2 s1
  Enable:s!=On|Off Defer:b UserEntersMissingInfo:b UseRecoveryKey:b ShowRecoveryKey:b OutputPath:s
  Certificate:d PayloadCertificateUUID:u Username:s Password:s UseKeychain:b
  DeferForceAtUserLoginMaxBypassAttempts:i(-1,9999) DeferDontAskAtUserLogout:b ForceEnableInSetupAssistant:b
com.apple.MCX.TimeMachine s1
  AutoBackup:b BackupAllVolumes:b BackupDestURL:s! BackupSizeMB:i BackupSkipSys:b MobileBackups:b
  BasePaths:a{ *:s } SkipPaths:a{ *:s }
com.apple.ManagedClient.preferences us
  PayloadContent:o!{ *:o{ Forced:a{ *:o{ mcx_preference_settings:o!{ *:x } } } Set-Once:a{ *:o{
  mcx_preference_settings:o!{ *:x } } } } }
com.apple.NSExtension us
  AllowedExtensions:a{ *:s } DeniedExtensions:a{ *:s } DeniedExtensionPoints:a{ *:s }
com.apple.SetupAssistant.managed ius1
  SkipCloudSetup:b-i SkipSiriSetup:b-i SkipPrivacySetup:b-i SkipiCloudStorageSetup:b-i SkipTrueTone:b-i
  SkipAppearance:b-i SkipTouchIDSetup:b-i SkipScreenTime:b-i SkipAccessibility:b-i SkipSetupItems:a{ *:s }
  SkipUnlockWithWatch:b-i SkipWallpaper:b-i
com.apple.ShareKitHelper us1
  SHKAllowedShareServices:a{ *:s } SHKDeniedShareServices:a{ *:s }
com.apple.SoftwareUpdate s1
  CatalogURL:s AllowPreReleaseInstallation:b restrict-software-update-require-admin-to-install:b
  AutomaticallyInstallMacOSUpdates:b AutomaticallyInstallAppUpdates:b AutomaticCheckEnabled:b
  AutomaticDownload:b CriticalUpdateInstall:b ConfigDataInstall:b
com.apple.SystemConfiguration s1
  Proxies:o!{ FTPEnable:i FTPPassive:i FTPPort:i FTPProxy:s GopherEnable:i GopherPort:i GopherProxy:s
  HTTPEnable:i HTTPPort:i HTTPProxy:s HTTPSEnable:i HTTPSPort:i HTTPSProxy:s ProxyAutoConfigEnable:i
  ProxyAutoConfigURLString:s ProxyCaptiveLoginAllowed:i RTSPEnable:i RTSPPort:i RTSPProxy:s SOCKSEnable:i
  SOCKSPortinteger:i SOCKSProxy:s FallBackAllowed:i ExceptionsList:a{ *:s } }
com.apple.TCC.configuration-profile-policy x
com.apple.applicationaccess.new us
  familyControlsEnabled:b! whiteList:a{ *:o{ bundleID:s! appID:d! detachedSignature:d disabled:b subApps:a{
  *:o } displayName:s } } pathBlackList:a{ *:s } pathWhiteList:a{ *:s }
com.apple.appstore us1
  restrict-store-require-admin-to-install:b restrict-store-softwareupdate-only:b
  restrict-store-disable-app-adoption:b DisableSoftwareUpdateNotifications:b
com.apple.asam x
com.apple.associated-domains us
  Configuration:a!{ *:o{ ApplicationIdentifier:s! AssociatedDomains:a!{ *:s } EnableDirectDownloads:b } }
com.apple.desktop us1
  locked:b override-picture-path:s
com.apple.dock us1
  tilesize:i(16,128) size-immutable:b magnification:b magnify-immutable:b largesize:i(16,128)
  magsize-immutable:b orientation:s=bottom|left|right position-immutable:b mineffect:s=genie|scale
  mineffect-immutable:b windowtabbing:s=manual|always|fullscreen windowtabbing-immutable:b
  dblclickbehavior:s=minimize|maximize|none dblclickbehavior-immutable:b minimize-to-application:b
  minintoapp-immutable:b launchanim:b launchanim-immutable:b autohide:b autohide-immutable:b
  show-process-indicators:b showindicators-immutable:b show-recents:b showrecents-immutable:b
  contents-immutable:b MCXDockSpecialFolders:a{
  *:s=AddDockMCXMyApplicationsFolder|AddDockMCXDocumentsFolder|AddDockMCXSharedFolder|AddDockMCXOriginalNetworkHomeFolder
  } AllowDockFixupOverride:b static-only:b static-others:a{ *:o{ tile-data:o!{ label:s! url:s
  file-type:i!=0|1|3 file-data:o{ *:x } } tile-type:s!=file-tile|directory-tile|url-tile } } static-apps:a{
  *:o{ tile-data:o!{ label:s! url:s file-type:i!=0|1|3 file-data:o{ *:x } }
  tile-type:s!=file-tile|directory-tile|url-tile } } persistent-apps:a{ *:o{ tile-data:o!{ label:s! url:s
  file-type:i!=0|1|3 file-data:o{ *:x } } tile-type:s!=file-tile|directory-tile|url-tile } }
  persistent-others:a{ *:o{ tile-data:o!{ label:s! url:s file-type:i!=0|1|3 file-data:o{ *:x } }
  tile-type:s!=file-tile|directory-tile|url-tile } }
com.apple.familycontrols.contentfilter us1
  restrictWeb:b! useContentFilter:b whitelistEnabled:b siteWhitelist:a{ *:o{ address:s! pageTitle:s } }
  filterWhitelist:a{ *:s } filterBlacklist:a{ *:s }
com.apple.familycontrols.timelimits.v2 us1
  familyControlsEnabled:b! time-limits:o{ weekday-allowance:o{ enabled:b! rangeType:i!=0|1 start:s end:s
  secondsPerDay:i } weekday-curfew:o{ enabled:b! rangeType:i!=0|1 start:s end:s secondsPerDay:i }
  weekend-allowance:o{ enabled:b! rangeType:i!=0|1 start:s end:s secondsPerDay:i } weekend-curfew:o{
  enabled:b! rangeType:i!=0|1 start:s end:s secondsPerDay:i } }
com.apple.fileproviderd x
com.apple.finder us1
  ProhibitBurn:b InterfaceLevel:s-m=Simple|Full ProhibitConnectTo:b ProhibitEject:b ProhibitGoToFolder:b
  ShowExternalHardDrivesOnDesktop:b ShowHardDrivesOnDesktop:b ShowMountedServersOnDesktop:b
  ShowRemovableMediaOnDesktop:b WarnOnEmptyTrash:b
com.apple.gamed us1
  GKFeatureGameCenterAllowed:b GKFeatureAccountModificationAllowed:b
  GKFeatureAddingGameCenterFriendsAllowed:b GKFeatureMultiplayerGamingAllowed:b
com.apple.ironwood.support us1
  Profanity%20Allowed:b Ironwood%20Allowed:b
com.apple.loginitems.managed us
  AutoLaunchedApplicationDictionary-managed:a!{ *:o{ Path:s! Hide:b } }
com.apple.loginwindow s
  SHOWFULLNAME:b HideLocalUsers:b IncludeNetworkUser:b HideAdminUsers:b SHOWOTHERUSERS_MANAGED:b
  AdminHostInfo:s=HostName|SystemVersion|IPAddress AllowList:a{ *:s } DenyList:a{ *:s } HideMobileAccounts:b
  ShutDownDisabled:b RestartDisabled:b SleepDisabled:b DisableConsoleAccess:b LoginwindowText:s
  ShutDownDisabledWhileLoggedIn:b RestartDisabledWhileLoggedIn:b PowerOffDisabledWhileLoggedIn:b
  LogOutDisabledWhileLoggedIn:b DisableScreenLockImmediate:b showInputMenu:b DisableFDEAutoLogin:b
  AutologinUsername:s AutologinPassword:s
com.apple.lom x
com.apple.mcxMenuExtras us1
  delaySeconds:r maxWaitSeconds:r AirPort.menu:b Battery.menu:b Bluetooth.menu:b CPU.menu:b Clock.menu:b
  Displays.menu:b Eject.menu:b Fax.menu:b HomeSync.menu:b iChat.menu:b Ink.menu:b IrDA.menu:b PCCard.menu:b
  PPP.menu:b PPPoE.menu:b RemoteDesktop.menu:b Script%20Menu.menu:b Spaces.menu:b Sync.menu:b
  TextInput.menu:b TimeMachine.menu:b UniversalAccess.menu:b User.menu:b VPN.menu:b Volume.menu:b
  WWAN.menu:b
com.apple.mcxloginscripts s1
  loginscripts:a{ *:o{ filename:s! filedata:d! } } logoutscripts:a{ *:o{ filename:s! filedata:d! } }
  skipLoginHook:b skipLogoutHook:b
com.apple.mcxprinting us1
  RequireAdminToAddPrinters:b AllowLocalPrinters:b RequireAdminToPrintLocally:b ShowOnlyManagedPrinters:b
  PrintFooter:b PrintMACAddress:b FooterFontSize:s FooterFontName:s DefaultPrinter:o{ DeviceURI:s
  DisplayName:s } UserPrinterList:o{ Printer:o{ DeviceURI:s DisplayName:s Location:s Model:s PrinterLocked:b
  PPDURL:s } }
com.apple.preference.security us1
  dontAllowPasswordResetUI:b dontAllowLockMessageUI:b dontAllowFireWallUI:b
com.apple.preference.users us1
  DisableUsingiCloudPassword:b
com.apple.screensaver s1
  askForPassword:b askForPasswordDelay:i loginWindowIdleTime:i loginWindowModulePath:s moduleName:s!
com.apple.screensaver.user u1
  moduleName:s! modulePath:s idleTime:i
com.apple.security.FDERecoveryKeyEscrow s1
  Location:s! EncryptCertPayloadUUID:u! DeviceKey:s
com.apple.security.FDERecoveryRedirect s1
  RedirectURL:s! EncryptCertPayloadUUID:u!
com.apple.security.firewall s
  EnableFirewall:b! BlockAllIncoming:b EnableStealthMode:b Applications:a{ *:o{ BundleID:s! Allowed:b! } }
  EnableLogging:b-m LoggingOption:s-m=throttled|brief|detail AllowSigned:b AllowSignedApp:b
com.apple.security.smartcard s1
  UserPairing:b allowSmartCard:b checkCertificateTrust:i=0|1|2|3 oneCardPerUser:b tokenRemovalAction:i=0|1
  enforceSmartCard:b
com.apple.servicemanagement x
com.apple.syspolicy.kernel-extension-policy x
com.apple.system-extension-policy x
com.apple.system.logging us
  Processes:o-m{ *:x } Subsystems:o-m{ *:x } System:o-m{ *:x }
com.apple.systemmigration s1
  CustomBehavior:a{ *:o{ Context:s! Paths:a!{ *:o{ SourcePath:s! SourcePathInUserHome:b! TargetPath:s!
  TargetPathInUserHome:b! } } } }
com.apple.systempolicy.control s
  EnableAssessment:b AllowIdentifiedDevelopers:b EnableXProtectMalwareUpload:b
com.apple.systempolicy.managed us
  DisableOverride:b
com.apple.systempolicy.rule s
  Requirement:s Comment:s Priority:r Expiration:t
  OperationType:s=operation%3Aexecute|operation%3Ainstall|operation%3Alsopen LeafCertificate:d
com.apple.systempreferences us1
  EnabledPreferencePanes:a{
  *:s=com.apple.ClassroomSettings|com.apple.Localization|com.apple.preference.datetime|com.apple.preference.desktopscreeneffect|com.apple.preference.digihub.discs|com.apple.preference.displays|com.apple.preference.dock|com.apple.preference.energysaver|com.apple.preference.expose|com.apple.preference.general|com.apple.preference.ink|com.apple.preference.keyboard|com.apple.preference.mouse|com.apple.preference.network|com.apple.preference.notifications|com.apple.preference.printfax|com.apple.preference.screentime|com.apple.preference.security|com.apple.preference.sidecar|com.apple.preference.sound|com.apple.preference.speech|com.apple.preference.spotlight|com.apple.preference.startupdisk|com.apple.preference.trackpad|com.apple.preference.universalaccess|com.apple.preferences.AppleIDPrefPane|com.apple.preferences.appstore|com.apple.preferences.Bluetooth|com.apple.preferences.configurationprofiles|com.apple.preferences.extensions|com.apple.preferences.FamilySharingPrefPane|com.apple.preferences.icloud|com.apple.preferences.internetaccounts|com.apple.preferences.parentalcontrols|com.apple.preferences.password|com.apple.preferences.sharing|com.apple.preferences.softwareupdate|com.apple.preferences.users|com.apple.preferences.wallet|com.apple.prefpanel.fibrechannel|com.apple.prefs.backup|com.apple.Xsan
  } DisabledPreferencePanes:a{
  *:s=com.apple.ClassroomSettings|com.apple.Localization|com.apple.preference.datetime|com.apple.preference.desktopscreeneffect|com.apple.preference.digihub.discs|com.apple.preference.displays|com.apple.preference.dock|com.apple.preference.energysaver|com.apple.preference.expose|com.apple.preference.general|com.apple.preference.ink|com.apple.preference.keyboard|com.apple.preference.mouse|com.apple.preference.network|com.apple.preference.notifications|com.apple.preference.printfax|com.apple.preference.screentime|com.apple.preference.security|com.apple.preference.sidecar|com.apple.preference.sound|com.apple.preference.speech|com.apple.preference.spotlight|com.apple.preference.startupdisk|com.apple.preference.trackpad|com.apple.preference.universalaccess|com.apple.preferences.AppleIDPrefPane|com.apple.preferences.appstore|com.apple.preferences.Bluetooth|com.apple.preferences.configurationprofiles|com.apple.preferences.extensions|com.apple.preferences.FamilySharingPrefPane|com.apple.preferences.icloud|com.apple.preferences.internetaccounts|com.apple.preferences.parentalcontrols|com.apple.preferences.password|com.apple.preferences.sharing|com.apple.preferences.softwareupdate|com.apple.preferences.users|com.apple.preferences.wallet|com.apple.prefpanel.fibrechannel|com.apple.prefs.backup|com.apple.Xsan
  } DisabledSystemSettings:a{
  *:s=com.apple.Accessibility-Settings.extension|com.apple.AirDrop-Handoff-Settings.extension|com.apple.Battery-Settings.extension|com.apple.BluetoothSettings|com.apple.CD-DVD-Settings.extension|com.apple.ClassKit-Settings.extension|com.apple.Classroom-Settings.extension|com.apple.ControlCenter-Settings.extension|com.apple.Date-Time-Settings.extension|com.apple.Desktop-Settings.extension|com.apple.Displays-Settings.extension|com.apple.ExtensionsPreferences|com.apple.Family-Settings.extension|com.apple.Focus-Settings.extension|com.apple.Game-Center-Settings.extension|com.apple.Game-Controller-Settings.extension|com.apple.HeadphoneSettings|com.apple.Internet-Accounts-Settings.extension|com.apple.Keyboard-Settings.extension|com.apple.Localization-Settings.extension|com.apple.Lock-Screen-Settings.extension|com.apple.LoginItems-Settings.extension|com.apple.Mouse-Settings.extension|com.apple.Network-Settings.extension|com.apple.NetworkExtensionSettingsUI.NESettingsUIExtension|com.apple.Notifications-Settings.extension|com.apple.Passwords-Settings.extension|com.apple.Print-Scan-Settings.extension|com.apple.Screen-Time-Settings.extension|com.apple.ScreenSaver-Settings.extension|com.apple.Sharing-Settings.extension|com.apple.Siri-Settings.extension|com.apple.Software-Update-Settings.extension|com.apple.Sound-Settings.extension|com.apple.Startup-Disk-Settings.extension|com.apple.Time-Machine-Settings.extension|com.apple.Touch-ID-Settings.extension|com.apple.Trackpad-Settings.extension|com.apple.Transfer-Reset-Settings.extension|com.apple.Users-Groups-Settings.extension|com.apple.WalletSettingsExtension|com.apple.Wallpaper-Settings.extension|com.apple.settings.Storage|com.apple.systempreferences.AppleIDSettings|com.apple.wifi-settings-extension
  }
com.apple.systemuiserver us1
  logout-eject:o{ all-media:s cd:a{ *:s=authenticate|read-only|deny|eject } dvd:a{
  *:s=authenticate|read-only|deny|eject } bd:a{ *:s=authenticate|read-only|deny|eject } blankcd:a{
  *:s=authenticate|read-only|deny|eject } blankdvd:a{ *:s=authenticate|read-only|deny|eject } blankbd:a{
  *:s=authenticate|read-only|deny|eject } dvdram:a{ *:s=authenticate|read-only|deny|eject } disk-image:a{
  *:s=authenticate|read-only|deny|eject } harddisk-internal:a{ *:s=authenticate|read-only|deny|eject }
  harddisk-external:a{ *:s=authenticate|read-only|deny|eject } networkdisk:a{
  *:s=authenticate|read-only|deny|eject } } mount-controls:o{ all-media:s cd:a{
  *:s=authenticate|read-only|deny|eject } dvd:a{ *:s=authenticate|read-only|deny|eject } bd:a{
  *:s=authenticate|read-only|deny|eject } blankcd:a{ *:s=authenticate|read-only|deny|eject } blankdvd:a{
  *:s=authenticate|read-only|deny|eject } blankbd:a{ *:s=authenticate|read-only|deny|eject } dvdram:a{
  *:s=authenticate|read-only|deny|eject } disk-image:a{ *:s=authenticate|read-only|deny|eject }
  harddisk-internal:a{ *:s=authenticate|read-only|deny|eject } harddisk-external:a{
  *:s=authenticate|read-only|deny|eject } networkdisk:a{ *:s=authenticate|read-only|deny|eject } }
  unmount-controls:o{ all-media:s cd:a{ *:s=authenticate|read-only|deny|eject } dvd:a{
  *:s=authenticate|read-only|deny|eject } bd:a{ *:s=authenticate|read-only|deny|eject } blankcd:a{
  *:s=authenticate|read-only|deny|eject } blankdvd:a{ *:s=authenticate|read-only|deny|eject } blankbd:a{
  *:s=authenticate|read-only|deny|eject } dvdram:a{ *:s=authenticate|read-only|deny|eject } disk-image:a{
  *:s=authenticate|read-only|deny|eject } harddisk-internal:a{ *:s=authenticate|read-only|deny|eject }
  harddisk-external:a{ *:s=authenticate|read-only|deny|eject } networkdisk:a{
  *:s=authenticate|read-only|deny|eject } }
com.apple.universalaccess us1
  closeViewFarPoint:i closeViewHotkeysEnabled:b closeViewNearPoint:i closeViewScrollWheelToggle:b
  closeViewShowPreview:b closeViewSmoothImages:b contrast:r(0.0,1.0) flashScreen:b grayscale:b mouseDriver:b
  mouseDriverCursorSize:i mouseDriverIgnoreTrackpad:b mouseDriverInitialDelay:i mouseDriverMaxSpeed:i
  slowKey:b slowKeyBeepOn:b slowKeyDelay:i stereoAsMono:b stickyKey:b stickyKeyBeepOnModifier:b
  stickyKeyShowWindow:b voiceOverOnOffKey:b whiteOnBlack:b
com.apple.xsan s1
  sanName:s! sanConfigURLs:a!{ *:s } fsnameservers:a!{ *:s } sanAuthMethod:s=auth_secret sharedSecret:s!
com.apple.xsan.preferences s
  onlyMount:a{ *:s } denyMount:a{ *:s } denyDLC:a{ *:s } preferDLC:a{ *:s } useDLC:b
loginwindow s1
  DisableLoginItemsSuppression:b
`

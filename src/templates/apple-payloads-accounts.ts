/** Accounts, certificates, passcodes, web clips, and restrictions of iPhones. Apple’s rules and licence: `apple-payloads-networks.ts`; how to read them: `apple-schema.ts`. */
export const ACCOUNTS = `
com.apple.ADCertificate.managed us
  CertServer:s! CertTemplate:s! Description:s CertificateRenewalTimeInterval:i CertificateAuthority:s
  CertificateAcquisitionMechanism:s AllowAllAppsAccess:b PromptForCredentials:b KeyIsExtractable:b Keysize:i
  EnableAutoRenewal:b
com.apple.app.lock i1
  App:o!{ Identifier:s! Options:o{ DisableTouch:b DisableDeviceRotation:b DisableVolumeButtons:b
  DisableRingerSwitch:b DisableSleepWakeButton:b DisableAutoLock:b EnableVoiceOver:b EnableZoom:b
  EnableInvertColors:b EnableAssistiveTouch:b EnableSpeakSelection:b EnableMonoAudio:b EnableVoiceControl:b
  } UserEnabledOptions:o{ VoiceControl:b VoiceOver:b Zoom:b InvertColors:b AssistiveTouch:b } }
com.apple.applicationaccess ius
  allowAccountModification:b allowActivityContinuation:b allowAddingGameCenterFriends:b allowAirDrop:b
  allowAirPlayIncomingRequests:b-i allowAirPrint:b-m allowAirPrintCredentialsStorage:b-m
  allowAirPrintiBeaconDiscovery:b-m allowAppCellularDataModification:b-m allowAppClips:b-m
  allowAppInstallation:b-m allowApplePersonalizedAdvertising:b allowAppRemoval:b-m allowAppsToBeHidden:b-m
  allowAppsToBeLocked:b-m allowARDRemoteManagementModification:b-i allowAssistant:b
  allowAssistantUserGeneratedContent:b-m allowAssistantWhileLocked:b-m allowAutoCorrection:b-m
  allowAutoDim:b-m allowAutomaticAppDownloads:b-m allowAutomaticScreenSaver:b-i-m allowAutoUnlock:b
  allowBluetoothModification:b allowBluetoothSharingModification:b-i allowBookstore:b-m
  allowBookstoreErotica:b-m allowCallRecording:b-m allowCamera:b allowCellularPlanModification:b-m
  allowChat:b-m allowCloudAddressBook:b-i allowCloudBackup:b-m allowCloudBookmarks:b-i
  allowCloudCalendar:b-i allowCloudDesktopAndDocuments:b-i allowCloudDocumentSync:b allowCloudFreeform:b-i
  allowCloudKeychainSync:b allowCloudMail:b-i allowCloudNotes:b-i allowCloudPhotoLibrary:b
  allowCloudPrivateRelay:b allowCloudReminders:b-i allowContentCaching:b-i allowContinuousPathKeyboard:b-m
  allowDefinitionLookup:b allowDeviceNameModification:b allowDeviceSleep:b-i-m allowDiagnosticSubmission:b
  allowDiagnosticSubmissionModification:b-m allowDictation:b allowEnablingRestrictions:b-m
  allowEnterpriseAppTrust:b-m allowEnterpriseBookBackup:b-m allowEnterpriseBookMetadataSync:b-m
  allowEraseContentAndSettings:b allowESIMModification:b-m allowESIMOutgoingTransfers:b-m
  allowExplicitContent:b-m allowFileSharingModification:b-i allowFilesNetworkDriveAccess:b-m
  allowFilesUSBDriveAccess:b-m allowFindMyDevice:b allowFindMyFriends:b allowFindMyFriendsModification:b-m
  allowFingerprintForUnlock:b allowFingerprintModification:b allowGameCenter:b allowGenmoji:b
  allowGlobalBackgroundFetchWhenRoaming:b-m allowHostPairing:b-m allowImagePlayground:b allowImageWand:b-m
  allowInAppPurchases:b-m allowInternetSharingModification:b-i allowiPhoneMirroring:b
  allowiPhoneWidgetsOnMac:b-m allowiTunes:b-m allowiTunesFileSharing:b-i allowKeyboardShortcuts:b-m
  allowListedAppBundleIDs:a-m{ *:s } allowLiveVoicemail:b-m allowLocalUserCreation:b-i
  allowLockScreenControlCenter:b-m allowLockScreenNotificationsView:b-m allowLockScreenTodayView:b-m
  allowMailPrivacyProtection:b-m allowMailSummary:b allowManagedAppsCloudSync:b-m
  allowManagedToWriteUnmanagedContacts:b-m allowMarketplaceAppInstallation:b-m
  allowMediaSharingModification:b-i allowMultiplayerGaming:b allowMusicService:b allowNews:b-m allowNFC:b-m
  allowNotificationsModification:b-m allowOpenFromManagedToUnmanaged:b-m allowOpenFromUnmanagedToManaged:b-m
  allowOTAPKIUpdates:b-m allowPairedWatch:b-m allowPassbookWhileLocked:b-m allowPasscodeModification:b
  allowPasswordAutoFill:b allowPasswordProximityRequests:b allowPasswordSharing:b
  allowPersonalHotspotModification:b-m allowPersonalizedHandwritingResults:b-m allowPhotoStream:b-m
  allowPodcasts:b-m allowPredictiveKeyboard:b-m allowPrinterSharingModification:b-i
  allowProximitySetupToNewDevice:b-m allowRadioService:b-m allowRapidSecurityResponseInstallation:b
  allowRapidSecurityResponseRemoval:b allowRCSMessaging:b-m allowRemoteAppleEventsModification:b-i
  allowRemoteAppPairing:b-i-m allowRemoteScreenObservation:b allowSafari:b-m allowScreenShot:b
  allowSharedDeviceTemporarySession:b-m allowSharedStream:b-m allowSpellCheck:b-m
  allowSpotlightInternetResults:b allowStartupDiskModification:b-i allowSystemAppRemoval:b-m
  allowTimeMachineBackup:b-i allowUIAppInstallation:b-m allowUIConfigurationProfileInstallation:b
  allowUniversalControl:b-i allowUnmanagedToReadManagedContacts:b-m allowUnpairedExternalBootToRecovery:b-m
  allowUntrustedTLSPrompt:b-m allowUSBRestrictedMode:b allowVideoConferencing:b-m allowVoiceDialing:b-m
  allowVPNCreation:b-m allowWallpaperModification:b allowWebDistributionAppInstallation:b-m
  allowWritingTools:b autonomousSingleAppModePermittedAppIDs:a-m{ *:s } blacklistedAppBundleIDs:a-m{ *:s }
  blockedAppBundleIDs:a-m{ *:s } enforcedFingerprintTimeout:i-i enforcedSoftwareUpdateDelay:i(1,90)
  enforcedSoftwareUpdateMajorOSDeferredInstallDelay:i-i(1,90)
  enforcedSoftwareUpdateMinorOSDeferredInstallDelay:i-i(1,90)
  enforcedSoftwareUpdateNonOSDeferredInstallDelay:i-i(1,90) forceAirDropUnmanaged:b-m
  forceAirPlayIncomingRequestsPairingPassword:b-i-m forceAirPlayOutgoingRequestsPairingPassword:b-m
  forceAirPrintTrustedTLSRequirement:b-m forceAssistantProfanityFilter:b
  forceAuthenticationBeforeAutoFill:b-m forceAutomaticDateAndTime:b-m forceBypassScreenCaptureAlert:b-i
  forceClassroomAutomaticallyJoinClasses:b forceClassroomRequestPermissionToLeaveClasses:b
  forceClassroomUnpromptedAppAndDeviceLock:b forceClassroomUnpromptedScreenObservation:b
  forceDelayedAppSoftwareUpdates:b-i forceDelayedMajorSoftwareUpdates:b-i forceDelayedSoftwareUpdates:b
  forceEncryptedBackup:b-m forceITunesStorePasswordEntry:b-m forceLimitAdTracking:b-m
  forceOnDeviceOnlyDictation:b forceOnDeviceOnlyTranslation:b-m forcePreserveESIMOnErase:b-m
  forceWatchWristDetection:b-m forceWiFiPowerOn:b-m forceWiFiToAllowedNetworksOnly:b-m
  forceWiFiWhitelisting:b-m ratingApps:i-m(0,1000) ratingMovies:i-m(0,1000)
  ratingRegion:s=us|au|ca|de|fr|ie|jp|nz|gb ratingTVShows:i-m(0,1000) requireManagedPasteboard:b-m
  safariAcceptCookies:r-m=0|1|1.5|2 safariAllowAutoFill:b safariAllowJavaScript:b-m safariAllowPopups:b-m
  safariForceFraudWarning:b-m whitelistedAppBundleIDs:a-m{ *:s }
com.apple.caldav.account iu
  CalDAVAccountDescription:s CalDAVHostName:s! CalDAVUsername:s CalDAVPassword:s CalDAVPrincipalURL:s
  CalDAVUseSSL:b CalDAVPort:i VPNUUID:s-m
com.apple.carddav.account iu
  CardDAVAccountDescription:s CardDAVHostName:s! CardDAVUsername:s CardDAVPassword:s CardDAVPrincipalURL:s-m
  CardDAVUseSSL:b CardDAVPort:i CommunicationServiceRules:o-m{ DefaultServiceHandlers:o-m{ AudioCall:s-m } }
  VPNUUID:s-m
com.apple.configurationprofile.identification us1
  PayloadIdentification:o!{ UserName:s! FullName:s! EmailAddress:s!
  AuthMethod:s!=Password|UserEnteredPassword Password:s! Prompt:s PromptMessage:s }
com.apple.declarations ius
  Declarations:a!{ *:d }
com.apple.eas.account i
  EmailAddress:s Host:s SSL:b OAuth:b UserName:s Password:s Certificate:d CertificateName:s
  CertificatePassword:s PreventMove:b PreventAppSheet:b PayloadCertificateUUID:u SMIMEEnabled:b
  SMIMESigningEnabled:b SMIMESigningCertificateUUID:u SMIMEEncryptionEnabled:b
  SMIMEEncryptionCertificateUUID:u SMIMEEnablePerMessageSwitch:b disableMailRecentsSyncing:b
  MailNumberOfPastDaysToSync:i=0|1|3|7|14|31 HeaderMagic:s CommunicationServiceRules:o{
  DefaultServiceHandlers:o{ AudioCall:s } } allowMailDrop:b SMIMESigningUserOverrideable:b
  SMIMESigningCertificateUUIDUserOverrideable:b SMIMEEncryptByDefault:b
  SMIMEEncryptByDefaultUserOverrideable:b SMIMEEncryptionCertificateUUIDUserOverrideable:b
  SMIMEEnableEncryptionPerMessageSwitch:b EnableMail:b EnableContacts:b EnableCalendars:b EnableReminders:b
  EnableNotes:b EnableMailUserOverridable:b EnableContactsUserOverridable:b EnableCalendarsUserOverridable:b
  EnableRemindersUserOverridable:b EnableNotesUserOverridable:b OAuthSignInURL:s OAuthTokenRequestURL:s
  OverridePreviousPassword:b VPNUUID:s
com.apple.education iu1
  OrganizationUUID:s! OrganizationName:s! PayloadCertificateUUID:u LeaderPayloadCertificateAnchorUUID:a{ *:u
  } MemberPayloadCertificateAnchorUUID:a{ *:u } ResourcePayloadCertificateUUID:u UserIdentifier:s!
  Departments:a{ *:o{ Name:s! GroupBeaconIDs:a!{ *:i } } } Groups:a!{ *:o{ BeaconID:i! Name:s! Description:s
  ImageURL:s-m ConfigurationSource:s LeaderIdentifiers:a{ *:s } MemberIdentifiers:a!{ *:s }
  DeviceGroupIdentifiers:a{ *:s } } } Users:a!{ *:o{ Identifier:s! Name:s! GivenName:s FamilyName:s
  PhoneticGivenName:s PhoneticFamilyName:s ImageURL:s FullScreenImageURL:s-m AppleID:s
  PasscodeType:s=complex|four|six } } DeviceGroups:a{ *:o{ Identifier:s! Name:s! SerialNumbers:a!{ *:s } } }
  ScreenObservationPermissionModificationAllowed:b
com.apple.ews.account u
  EmailAddress:s Host:s SSL:b OAuth:b OAuthSignInURL:s UserName:s Password:s PayloadCertificateUUID:u
  AuthenticationCertificateUUID:u allowMailDrop:b Path:s Port:i ExternalHost:s ExternalSSL:b ExternalPath:s
  ExternalPort:i
com.apple.font ius
  Name:s Font:d!
com.apple.google-oauth i
  AccountDescription:s AccountName:s EmailAddress:s! CommunicationServiceRules:o{
  DefaultServiceHandlers:o-m{ AudioCall:s-m } } VPNUUID:s
com.apple.homescreenlayout i1
  Dock:a{ *:o{ Type:s!=App|Folder|WebClip DisplayName:s BundleID:s Pages:a{ *:a{ *:o } } URL:s } } Pages:a!{
  *:a{ *:o{ Type:s!=App|Folder|WebClip DisplayName:s BundleID:s Pages:a{ *:a } URL:s } } }
com.apple.ldap.account iu
  LDAPAccountDescription:s LDAPAccountHostName:s! LDAPAccountUserName:s LDAPAccountPassword:s
  LDAPAccountUseSSL:b LDAPSearchSettings:a{ *:o{ LDAPSearchSettingDescription:s
  LDAPSearchSettingSearchBase:s!
  LDAPSearchSettingScope:s=LDAPSearchSettingScopeBase|LDAPSearchSettingScopeOneLevel|LDAPSearchSettingScopeSubtree
  } } VPNUUID:s-m
com.apple.mail.managed iu
  EmailAccountDescription:s EmailAccountName:s EmailAccountType:s!=EmailTypeIMAP|EmailTypePOP EmailAddress:s
  IncomingMailServerAuthentication:s!=EmailAuthNone|EmailAuthPassword|EmailAuthCRAMMD5|EmailAuthNTLM|EmailAuthHTTPMD5
  IncomingMailServerHostName:s! IncomingMailServerPortNumber:i IncomingMailServerUseSSL:b
  IncomingMailServerUsername:s IncomingPassword:s OutgoingPassword:s
  OutgoingPasswordSameAsIncomingPassword:b
  OutgoingMailServerAuthentication:s!=EmailAuthNone|EmailAuthPassword|EmailAuthCRAMMD5|EmailAuthNTLM|EmailAuthHTTPMD5
  OutgoingMailServerHostName:s! OutgoingMailServerPortNumber:i OutgoingMailServerUseSSL:b
  OutgoingMailServerUsername:s PreventMove:b-m PreventAppSheet:b-m SMIMEEnabled:b-m SMIMESigningEnabled:b-m
  SMIMESigningCertificateUUID:u-m SMIMEEncryptionEnabled:b-m SMIMEEncryptionCertificateUUID:u-m
  SMIMEEnablePerMessageSwitch:b-m disableMailRecentsSyncing:b allowMailDrop:b
  IncomingMailServerIMAPPathPrefix:s SMIMESigningUserOverrideable:b-m
  SMIMESigningCertificateUUIDUserOverrideable:b-m SMIMEEncryptByDefault:b-m
  SMIMEEncryptByDefaultUserOverrideable:b-m SMIMEEncryptionCertificateUUIDUserOverrideable:b-m
  SMIMEEnableEncryptionPerMessageSwitch:b-m VPNUUID:s-m
com.apple.mdm is1
  IdentityCertificateUUID:u! Topic:s! ServerURL:s!~^https%3A%2F%2F.%2A$ CheckInURL:s~^https%3A%2F%2F.%2A$
  SignMessage:b AccessRights:i UseDevelopmentAPNS:b ManagedAppleID:s-i-m AssignedManagedAppleID:s
  EnrollmentMode:s=BYOD|ADDE ServerURLPinningCertificateUUIDs:a{ *:u } CheckInURLPinningCertificateUUIDs:a{
  *:u } PinningRevocationCheckRequired:b ServerCapabilities:a{
  *:s=com.apple.mdm.per-user-connections|com.apple.mdm.bootstraptoken|com.apple.mdm.token }
  CheckOutWhenRemoved:b RequiredAppIDForMDM:i-m PromptUserToAllowBootstrapTokenForAuthentication:b-i
com.apple.mobiledevice.passwordpolicy ius
  allowSimple:b forcePIN:b maxFailedAttempts:i(2,11) maxInactivity:i(0,15) maxPINAgeInDays:i(0,730)
  minComplexChars:i(0,4) minLength:i(0,16) requireAlphanumeric:b pinHistory:i(1,50) maxGracePeriod:i
  minutesUntilFailedLoginReset:i-i changeAtNextAuth:b-i customRegex:o-i{ passwordContentRegex:s!
  passwordContentDescription:o{ *:s } }
com.apple.notificationsettings ius
  NotificationSettings:a!{ *:o{ BundleIdentifier:s! NotificationsEnabled:b ShowInNotificationCenter:b
  ShowInLockScreen:b AlertType:i=0|1|2 BadgesEnabled:b SoundsEnabled:b ShowInCarPlay:b-m
  CriticalAlertEnabled:b GroupingType:i-m=0|1|2 PreviewType:i-m=0|1|2 } }
com.apple.profileRemovalPassword ius1
  RemovalPassword:s
com.apple.security.acme ius
  DirectoryURL:s! ClientIdentifier:s! KeySize:i! KeyType:s!=RSA|ECSECPrimeRandom HardwareBound:b!
  Subject:a!{ *:a{ *:a{ *:s } } } SubjectAltName:o{ rfc822Name:s dNSName:s uniformResourceIdentifier:s
  ntPrincipalName:s } UsageFlags:i ExtendedKeyUsage:a{ *:s } Attest:b KeyIsExtractable:b-i
  AllowAllAppsAccess:b-i
com.apple.security.certificatepreference u
  Name:s! PayloadCertificateUUID:u!
com.apple.security.certificaterevocation i
  EnabledForCerts:a{ *:o{ Algorithm:s!=sha256 Hash:d! } }
com.apple.security.certificatetransparency is
  DisabledForCerts:a{ *:o{ Algorithm:s!=sha256 Hash:d! } } DisabledForDomains:a{ *:s }
com.apple.security.identitypreference u
  Name:s! PayloadCertificateUUID:u!
com.apple.security.pem ius
  PayloadCertificateFileName:s PayloadContent:d!
com.apple.security.pkcs1 ius
  PayloadCertificateFileName:s PayloadContent:d!
com.apple.security.pkcs12 ius
  PayloadCertificateFileName:s PayloadContent:d! Password:s AllowAllAppsAccess:b-i KeyIsExtractable:b-i
com.apple.security.root ius
  PayloadCertificateFileName:s PayloadContent:d!
com.apple.security.scep ius
  PayloadContent:o!{ URL:s! Name:s Subject:a{ *:a{ *:a{ *:s } } } Challenge:s Keysize:i=1024|2048|4096
  Key%20Type:s Key%20Usage:i CAFingerprint:d Retries:i RetryDelay:i SubjectAltName:o{ rfc822Name:s dNSName:s
  uniformResourceIdentifier:s ntPrincipalName:s } KeyIsExtractable:b AllowAllAppsAccess:b }
com.apple.shareddeviceconfiguration i1
  AssetTagInformation:s IfLostReturnToMessage:s LockScreenFootnote:s
com.apple.subscribedcalendar.account i
  SubCalAccountDescription:s SubCalAccountHostName:s! SubCalAccountUsername:s SubCalAccountPassword:s
  SubCalAccountUseSSL:b VPNUUID:s
com.apple.tvremote i1
  AllowedRemotes:a-i{ *:o{ RemoteDeviceID:s! } } AllowedTVs:a{ *:o{ TVDeviceID:s! TVDeviceName:s } }
com.apple.webClip.managed iu
  Precomposed:b-m FullScreen:b-m URL:s! Icon:d IsRemovable:b-m Label:s! IgnoreManifestScope:b-m
  TargetApplicationBundleIdentifier:s-m
`

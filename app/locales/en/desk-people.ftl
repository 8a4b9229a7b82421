### Signing in, one's own account, the people of the newsroom.

## Signing in

desk-sign-in-title = Sign in to the desk
desk-sign-in = Sign in
desk-email = Email
desk-password = Password
desk-new-password = New password
desk-password-hint = At least 10 characters. A sentence you remember is worth more than odd signs.
desk-code = Code
desk-code-hint = The six digits from your app, or a recovery code.
desk-forgot = Forgot your password?
desk-forgot-title = Forgotten password
desk-forgot-text = Type your address: we send you a link to choose another one. If the paper sends no mail, ask its administrator for the link.
desk-forgot-send = Send me the link
desk-forgot-sent = If that address has an account, the link is on its way. Look among your spam too.
desk-back-to-sign-in = Back to sign-in
desk-passkey-sign-in = Sign in with a passkey
desk-passkey-refused = The passkey was not used: the browser or the device stopped. Try again, or sign in with your password.
desk-choose-password-title = Choose a password
desk-password-chosen = The password is kept. Sign in with it and with a code.
desk-choose-password = Save and sign in
# $name: whom the link is for.
desk-welcome-text = Hello { $name }, welcome to the newsroom. Choose a password and you are in.
# $name: whom the link is for.
desk-reset-text = Hello { $name }, choose another password. Your other sessions end with this.

## My account

desk-profile = How others see you
desk-name = Name
desk-lang = Language of the desk
desk-own-byline = How you sign
desk-own-byline-hint = Only if you do not sign with your own name.
desk-old-password = Present password
desk-change-password = Change the password
desk-password-changed = Password changed. Your other sessions have ended.
desk-totp = Codes from an app
desk-totp-off = Besides your password we ask for a code that changes every 30 seconds. You need an app such as Aegis or your phone’s password manager.
desk-totp-begin = Turn codes on
# $count: how many recovery codes are left.
desk-totp-on = { $count ->
    [one] Codes are on. You have one recovery code left.
   *[other] Codes are on. You have { $count } recovery codes left.
}
desk-totp-scan = Point your app at the square, or type this key by hand:
desk-totp-square = Square to scan with your app
desk-totp-code = The first code
desk-totp-confirm = Turn on
desk-totp-end = Turn codes off
desk-totp-ended = Codes are off
desk-totp-proof = Type your password, so that we know it is you.
desk-recovery-title = Recovery codes
desk-recovery-text = If you lose your phone, each of these codes is good for one sign-in. You see them only now: print them or copy them to a safe place.
desk-recovery-kept = I have put them away
desk-print = Print
desk-passkeys = Passkeys
desk-passkeys-text = Sign in with your fingerprint, face or device PIN, without a password.
desk-passkeys-none-here = This browser has no passkeys.
desk-passkey-name = Name of the new passkey
desk-passkey-name-hint = To recognise it: “Laptop”, “Phone”.
desk-passkey-new = Make a passkey
desk-passkey-kept = Passkey saved
# $name: what its owner calls it.
desk-passkey-remove = Remove the passkey { $name }
desk-passkey-removed = Passkey removed
# $when: "oggi alle 18:42".
desk-passkey-made = Made { $when }.
# $when: "oggi alle 18:42".
desk-passkey-used = Used { $when }.
desk-sessions = Where you are signed in
desk-sessions-text = If you do not know a device, end its session and change your password.
# $address: the beginning of a network address. $created, $seen: "oggi alle 18:42".
desk-session-facts = { $address } · signed in { $created } · last seen { $seen }
desk-session-here = This browser
desk-session-end = End
# $agent: the browser.
desk-session-end-of = End the session of { $agent }
desk-session-ended = Session ended

## People

desk-invite = Invite
desk-invite-title = Invite somebody to the newsroom
desk-invite-send = Make the invitation
desk-role = Role
desk-role-contributor-hint = Writes own drafts and sends them to review.
desk-role-author-hint = Writes and publishes own stories.
desk-role-moderator-hint = Decides on comments; reads stories.
desk-role-editor-hint = Works on everyone’s stories and publishes them.
desk-role-admin-hint = Does everything, people and settings included.
desk-ticket-title = Personal link
desk-ticket-pass-on = Pass this link on to the person: it lets them choose a password. You see it only now.
desk-ticket-mailed = We sent it by mail. If it does not arrive, pass this link on yourself.
# $when: "4 settembre 2023 alle 18:42".
desk-ticket-until = Good until { $when }.
desk-you = you
# $when: "oggi alle 18:42".
desk-suspended-since = Suspended since { $when }
desk-invited = Invitation pending
desk-has-second-factor = Second factor on
# $when: "oggi alle 18:42".
desk-seen = Last seen { $when }
# $name: who. $role: one of desk-role-….
desk-role-set = { $name } now has the role: { $role }
# $name: who.
desk-person-menu = More about { $name }
desk-reset-password = Link for another password
desk-invite-again = New invitation link
desk-end-second-factor = Take codes and passkeys away
# $name: who.
desk-second-factor-ended = { $name } now signs in with the password alone
desk-suspend = Suspend
desk-let-in-again = Let in again
# $name: who.
desk-locked-out = { $name } can no longer sign in
# $name: who.
desk-let-in = { $name } can sign in again
desk-people-alone-title = So far it is only you
desk-people-alone-text = Invite those who write with you: they get a link and choose their own password.

## Log

desk-audit-text = Who did what, latest first. Nobody can change this log.
desk-audit-when = When
desk-audit-who = Who
desk-audit-what = What
desk-audit-detail = Details
desk-audit-more = Show older ones
desk-audit-empty-title = The log is empty
desk-audit-empty-text = Every sign-in, publication and change of settings appears here.
# $id: the story's number.
desk-audit-story = Story { $id }

## What was done, by the word that the log keeps

audit-sign-in = Signed in
audit-sign-in-failed = Sign-in failed
audit-sign-out = Signed out
audit-reset-link = Link for another password
audit-found = Founded the paper
audit-password = Changed the password
audit-profile = Changed the profile
audit-passkey-add = New passkey
audit-passkey-remove = Passkey removed
audit-second-factor-on = Second factor on
audit-second-factor-off = Second factor off
audit-invite = Invitation
audit-user-add = New person
audit-role = Role changed
audit-suspend = Suspended
audit-readmit = Let in again
audit-session-revoke = Session ended
audit-settings = Settings
audit-section = Section
audit-begin = New story
audit-move = State changed
audit-schedule = Scheduled
audit-unschedule = Taken off the schedule
audit-embargo = Embargo
audit-publish = Published
audit-publish-scheduled = Came out as scheduled
audit-publish-missed = Came out late
audit-publish-failed = Publication failed
audit-withdraw = Withdrawn
audit-delete = Into the bin
audit-undelete = Out of the bin
audit-forget = Deleted for good
audit-preview = Preview made
audit-end-preview = Preview ended
audit-restore = Version restored
# $number: the version's.
audit-version = Version { $number }
audit-import = Import began
audit-import-done = Import done
# $created, $updated: articles. $comments, $pictures: new ones.
audit-imported = Stories: { $created } new, { $updated } updated · new comments: { $comments } · new pictures: { $pictures }
audit-picture = Picture uploaded
audit-comment = Comment
audit-comment-held = Waiting
audit-comment-approved = Approved
audit-comment-rejected = Rejected
audit-comment-spam = Spam
audit-comment-erased = Erased
audit-password-and-code = password and code

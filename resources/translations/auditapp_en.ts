<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Version {version} · Qt {qt}</source>
        <translation>Version {version} · Qt {qt}</translation>
    </message>
    <message>
        <source>Go to anything: a page, a question, an audit, a command</source>
        <translation>Go to anything: a page, a question, an audit, a command</translation>
    </message>
    <message>
        <source>The pages of the audit, all audits</source>
        <translation>The pages of the audit, all audits</translation>
    </message>
    <message>
        <source>Set the result of the question (in a text field: Alt and the key)</source>
        <translation>Set the result of the question (in a text field: Alt and the key)</translation>
    </message>
    <message>
        <source>The next question, the next unanswered question</source>
        <translation>The next question, the next unanswered question</translation>
    </message>
    <message>
        <source>Raise a finding, choose the unit</source>
        <translation>Raise a finding, choose the unit</translation>
    </message>
    <message>
        <source>Leave a text field</source>
        <translation>Leave a text field</translation>
    </message>
    <message>
        <source>Undo and redo anything, also after reopening</source>
        <translation>Undo and redo anything, also after reopening</translation>
    </message>
    <message>
        <source>Criteria, glossary, ambiguities: where it is written</source>
        <translation>Criteria, glossary, ambiguities: where it is written</translation>
    </message>
    <message>
        <source>New audit, open an audit</source>
        <translation>New audit, open an audit</translation>
    </message>
    <message>
        <source>About auditapp</source>
        <translation>About auditapp</translation>
    </message>
    <message>
        <source>Audits complaint handling against ISO 10002:2018, without a network. Nothing leaves this computer unless you send it.</source>
        <translation>Audits complaint handling against ISO 10002:2018, without a network. Nothing leaves this computer unless you send it.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Licence: Apache-2.0. Made with Qt for Python (LGPL), SQLAlchemy, openpyxl, ReportLab and others. Font: Noto Sans SC (SIL Open Font License).</source>
        <translation>Licence: Apache-2.0. Made with Qt for Python (LGPL), SQLAlchemy, openpyxl, ReportLab and others. Font: Noto Sans SC (SIL Open Font License).</translation>
    </message>
</context>
<context>
    <name>ActionColumns</name>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>What will be done</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
</context>
<context>
    <name>ActionView</name>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Previous action</source>
        <translation>Previous action</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>Next action</translation>
    </message>
    <message>
        <source>Go to the finding</source>
        <translation>Go to the finding</translation>
    </message>
    <message>
        <source>! overdue</source>
        <translation>! overdue</translation>
    </message>
    <message>
        <source>! effectiveness check overdue</source>
        <translation>! effectiveness check overdue</translation>
    </message>
    <message>
        <source>Cancelled: {reason}</source>
        <translation>Cancelled: {reason}</translation>
    </message>
</context>
<context>
    <name>ActionsPage</name>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>No actions yet</source>
        <translation>No actions yet</translation>
    </message>
    <message>
        <source>Corrections and corrective actions are added to a finding.</source>
        <translation>Corrections and corrective actions are added to a finding.</translation>
    </message>
    <message>
        <source>Go to the findings</source>
        <translation>Go to the findings</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Neither verified nor cancelled</source>
        <translation>Neither verified nor cancelled</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Past its due date and not done</source>
        <translation>Past its due date and not done</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>To verify</translation>
    </message>
    <message>
        <source>Reported as done; waits for the team&apos;s verdict</source>
        <translation>Reported as done; waits for the team&apos;s verdict</translation>
    </message>
    <message>
        <source>{day} overdue</source>
        <translation>{day} overdue</translation>
    </message>
</context>
<context>
    <name>AddEvidenceDialog</name>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Whole organization</source>
        <translation>Whole organization</translation>
    </message>
    <message>
        <source>Choose evidence files</source>
        <translation>Choose evidence files</translation>
    </message>
    <message>
        <source>Pasted picture, {width} × {height}</source>
        <translation>Pasted picture, {width} × {height}</translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation>{n} files</translation>
    </message>
    <message>
        <source>Nothing chosen; drop files here, or paste with Ctrl+Shift+V</source>
        <translation>Nothing chosen; drop files here, or paste with Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>Choose a file first, or paste a picture.</source>
        <translation>Choose a file first, or paste a picture.</translation>
    </message>
    <message>
        <source>Write down what was seen or said first.</source>
        <translation>Write down what was seen or said first.</translation>
    </message>
    <message>
        <source>Give the number of the document or ticket first.</source>
        <translation>Give the number of the document or ticket first.</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Keep the original</source>
        <translation>Keep the original</translation>
    </message>
    <message>
        <source>Photos are turned upright, bounded in size and freed of camera data; this keeps the file as it was beside it.</source>
        <translation>Photos are turned upright, bounded in size and freed of camera data; this keeps the file as it was beside it.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>What it is, in a few words</source>
        <translation>What it is, in a few words</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Who (role)</source>
        <translation>Who (role)</translation>
    </message>
    <message>
        <source>The role, not the name: team lead of the hotline</source>
        <translation>The role, not the name: team lead of the hotline</translation>
    </message>
    <message>
        <source>Second source</source>
        <translation>Second source</translation>
    </message>
    <message>
        <source>What confirms it: a record, another person</source>
        <translation>What confirms it: a record, another person</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>Where it comes from or is kept</source>
        <translation>Where it comes from or is kept</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personal data</translation>
    </message>
</context>
<context>
    <name>AdoptionForm</name>
    <message>
        <source>the document</source>
        <translation>the document</translation>
    </message>
    <message>
        <source>its date</source>
        <translation>its date</translation>
    </message>
    <message>
        <source>the clauses</source>
        <translation>the clauses</translation>
    </message>
    <message>
        <source>the units</source>
        <translation>the units</translation>
    </message>
    <message>
        <source>The proof of adoption still needs {what}.</source>
        <translation>The proof of adoption still needs {what}.</translation>
    </message>
    <message>
        <source>Choose or drop …</source>
        <translation>Choose or drop …</translation>
    </message>
    <message>
        <source>The document becomes evidence and is linked to the proof</source>
        <translation>The document becomes evidence and is linked to the proof</translation>
    </message>
    <message>
        <source>File of the document</source>
        <translation>File of the document</translation>
    </message>
</context>
<context>
    <name>AmbiguitiesTab</name>
    <message>
        <source>A word, a rule, a switch</source>
        <translation>A word, a rule, a switch</translation>
    </message>
    <message>
        <source>Search the ambiguities</source>
        <translation>Search the ambiguities</translation>
    </message>
    <message>
        <source>Ambiguities</source>
        <translation>Ambiguities</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>What is unclear</source>
        <translation>What is unclear</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Readings</translation>
    </message>
    <message>
        <source>Read so unless the audit chooses otherwise</source>
        <translation>Read so unless the audit chooses otherwise</translation>
    </message>
    <message>
        <source>Where it counts</source>
        <translation>Where it counts</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Switch</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>There is neither a picture nor a file to take</source>
        <translation>There is neither a picture nor a file to take</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Pictures</translation>
    </message>
</context>
<context>
    <name>AppContext</name>
    <message>
        <source>{what}: was {before}, now {after}</source>
        <translation>{what}: was {before}, now {after}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Done again: {what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Backed up at {time}</source>
        <translation>Backed up at {time}</translation>
    </message>
</context>
<context>
    <name>ArrivalDialog</name>
    <message>
        <source>Criteria that come with it</source>
        <translation>Criteria that come with it</translation>
    </message>
    <message>
        <source>Criteria that read otherwise here; yours stay</source>
        <translation>Criteria that read otherwise here; yours stay</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>AssignPane</name>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>Who audits what</source>
        <translation>Who audits what</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>{name}: {questions} questions, {hours} h</source>
        <translation>{name}: {questions} questions, {hours} h</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>All sections</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>several, as now</source>
        <translation>several, as now</translation>
    </message>
</context>
<context>
    <name>AuditeeSide</name>
    <message>
        <source>The auditee&apos;s side</source>
        <translation>The auditee&apos;s side</translation>
    </message>
    <message>
        <source>Evidence of the proof</source>
        <translation>Evidence of the proof</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>What will be done</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>Root cause</translation>
    </message>
    <message>
        <source>five whys, one numbered line each; stop where the cause can be removed</source>
        <translation>five whys, one numbered line each; stop where the cause can be removed</translation>
    </message>
    <message>
        <source>Proof that it was done</source>
        <translation>Proof that it was done</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>The role that answers for it</source>
        <translation>The role that answers for it</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Link …</source>
        <translation>Link …</translation>
    </message>
    <message>
        <source>Link evidence that is there</source>
        <translation>Link evidence that is there</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Add …</translation>
    </message>
    <message>
        <source>Add new evidence</source>
        <translation>Add new evidence</translation>
    </message>
    <message>
        <source>Extensions: {n}. First due {first}. Last reason: {reason}</source>
        <translation>Extensions: {n}. First due {first}. Last reason: {reason}</translation>
    </message>
    <message>
        <source>None yet. A record, a photo or a file shows that it was done.</source>
        <translation>None yet. A record, a photo or a file shows that it was done.</translation>
    </message>
    <message>
        <source>Extend the due date?</source>
        <translation>Extend the due date?</translation>
    </message>
    <message>
        <source>From {before} to {after}. It counts as extension number {n}.</source>
        <translation>From {before} to {after}. It counts as extension number {n}.</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>Proof of {number}</source>
        <translation>Proof of {number}</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Made</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Restore as a new file</source>
        <translation>Restore as a new file</translation>
    </message>
    <message>
        <source>Restoring a backup</source>
        <translation>Restoring a backup</translation>
    </message>
    <message>
        <source>Audit files</source>
        <translation>Audit files</translation>
    </message>
    <message>
        <source>Restore as</source>
        <translation>Restore as</translation>
    </message>
    <message>
        <source>Restored and verified: {name}</source>
        <translation>Restored and verified: {name}</translation>
    </message>
    <message numerus="yes">
        <source>Restored: {name}. %n attachment(s) could not be found in any backup.</source>
        <translation>
            <numerusform>Restored: {name}. %n attachment could not be found in any backup.</numerusform>
            <numerusform>Restored: {name}. %n attachments could not be found in any backup.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open an audit first: backups are made of it.</source>
        <translation>Open an audit first: backups are made of it.</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>There is no backup yet: one is made whenever an audit that changed is closed, and every 15 minutes while you work.</source>
        <translation>There is no backup yet: one is made whenever an audit that changed is closed, and every 15 minutes while you work.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>The backup becomes a new file, is verified and opened. The audit file itself is not touched.</source>
        <translation>The backup becomes a new file, is verified and opened. The audit file itself is not touched.</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Import …</source>
        <translation>Import …</translation>
    </message>
    <message>
        <source>A bundle, a workbook, or a checklist that others wrote; or drop a file here</source>
        <translation>A bundle, a workbook, or a checklist that others wrote; or drop a file here</translation>
    </message>
    <message>
        <source>{pack} is saved as version {version}.</source>
        <translation>{pack} is saved as version {version}.</translation>
    </message>
</context>
<context>
    <name>BilingualField</name>
    <message>
        <source>{lang} · ! missing</source>
        <translation>{lang} · ! missing</translation>
    </message>
    <message>
        <source>{lang} · ↻ outdated: the main text changed</source>
        <translation>{lang} · ↻ outdated: the main text changed</translation>
    </message>
    <message>
        <source>{lang} · ✓</source>
        <translation>{lang} · ✓</translation>
    </message>
</context>
<context>
    <name>BoardList</name>
    <message>
        <source>Search the rules</source>
        <translation>Search the rules</translation>
    </message>
    <message>
        <source>A number, a word, a clause</source>
        <translation>A number, a word, a clause</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>Only rules with exceptions</source>
        <translation>Only rules with exceptions</translation>
    </message>
    <message>
        <source>Cannot test</source>
        <translation>Cannot test</translation>
    </message>
    <message>
        <source>Only rules that could not test every ticket</source>
        <translation>Only rules that could not test every ticket</translation>
    </message>
    <message>
        <source>Results by rule</source>
        <translation>Results by rule</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>compared</translation>
    </message>
    <message>
        <source>cannot test</source>
        <translation>cannot test</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>not applicable</translation>
    </message>
    <message>
        <source>{n} accepted</source>
        <translation>{n} accepted</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>fail {failed}, pass {passed}, running {running}, cannot test {untested}, not applicable {out}</source>
        <translation>fail {failed}, pass {passed}, running {running}, cannot test {untested}, not applicable {out}</translation>
    </message>
</context>
<context>
    <name>BreakdownPane</name>
    <message>
        <source>Breakdown</source>
        <translation>Breakdown</translation>
    </message>
    <message>
        <source>Below 30 tested tickets only n/N is shown.</source>
        <translation>Below 30 tested tickets only n/N is shown.</translation>
    </message>
    <message>
        <source>Show its exceptions</source>
        <translation>Show its exceptions</translation>
    </message>
    <message>
        <source>Only the exceptions of this line</source>
        <translation>Only the exceptions of this line</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>n / N</source>
        <translation>n / N</translation>
    </message>
    <message>
        <source>Cannot test</source>
        <translation>Cannot test</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>not given</translation>
    </message>
</context>
<context>
    <name>CardPane</name>
    <message>
        <source>Applies</source>
        <translation>Applies</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Does not apply</translation>
    </message>
    <message>
        <source>The decision goes before sector and jurisdiction</source>
        <translation>The decision goes before sector and jurisdiction</translation>
    </message>
    <message>
        <source>in force since {day}</source>
        <translation>in force since {day}</translation>
    </message>
    <message>
        <source>replaced by {what}</source>
        <translation>replaced by {what}</translation>
    </message>
    <message>
        <source>changes are expected</source>
        <translation>changes are expected</translation>
    </message>
    <message>
        <source>Cited by {questions}</source>
        <translation>Cited by {questions}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Does not apply here</source>
        <translation>Does not apply here</translation>
    </message>
    <message>
        <source>The plan decided that it does not apply.</source>
        <translation>The plan decided that it does not apply.</translation>
    </message>
    <message>
        <source>The plan decided that it applies.</source>
        <translation>The plan decided that it applies.</translation>
    </message>
    <message>
        <source>Adopted by the management in {units}.</source>
        <translation>Adopted by the management in {units}.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>any</translation>
    </message>
    <message>
        <source>The card is for: jurisdiction {place}, {sectors}.</source>
        <translation>The card is for: jurisdiction {place}, {sectors}.</translation>
    </message>
    <message>
        <source>This audit: {place}, {sector}.</source>
        <translation>This audit: {place}, {sector}.</translation>
    </message>
    <message>
        <source>Sector, jurisdiction or date do not match.</source>
        <translation>Sector, jurisdiction or date do not match.</translation>
    </message>
</context>
<context>
    <name>CardPart</name>
    <message>
        <source>YYYY-MM-DD HH:MM</source>
        <translation>YYYY-MM-DD HH:MM</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Which system it comes from</source>
        <translation>Which system it comes from</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>Run by</translation>
    </message>
    <message>
        <source>Name and role</source>
        <translation>Name and role</translation>
    </message>
    <message>
        <source>Run at (also as-of, if none is given)</source>
        <translation>Run at (also as-of, if none is given)</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>Period from</source>
        <translation>Period from</translation>
    </message>
    <message>
        <source>Period to</source>
        <translation>Period to</translation>
    </message>
    <message>
        <source>Tickets in it, as the auditee told</source>
        <translation>Tickets in it, as the auditee told</translation>
    </message>
    <message>
        <source>Told where</source>
        <translation>Told where</translation>
    </message>
    <message>
        <source>Report, mail, interview</source>
        <translation>Report, mail, interview</translation>
    </message>
    <message>
        <source>Query or filter</source>
        <translation>Query or filter</translation>
    </message>
    <message>
        <source>The query&apos;s text, or the filters as they were set</source>
        <translation>The query&apos;s text, or the filters as they were set</translation>
    </message>
    <message>
        <source>Evidence of the query</source>
        <translation>Evidence of the query</translation>
    </message>
    <message>
        <source>Attach a screenshot …</source>
        <translation>Attach a screenshot …</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Show it</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>The file</translation>
    </message>
    <message>
        <source>Withdraw this extract …</source>
        <translation>Withdraw this extract …</translation>
    </message>
    <message>
        <source>A screenshot of the query as it ran, or the file that the system gave.</source>
        <translation>A screenshot of the query as it ran, or the file that the system gave.</translation>
    </message>
    <message>
        <source>Evidence {number}</source>
        <translation>Evidence {number}</translation>
    </message>
    <message>
        <source>Pseudonyms: the key was not kept, so it cannot be compared</source>
        <translation>Pseudonyms: the key was not kept, so it cannot be compared</translation>
    </message>
    <message>
        <source>Pseudonyms: under the audit&apos;s key</source>
        <translation>Pseudonyms: under the audit&apos;s key</translation>
    </message>
    <message>
        <source>Withdraw this extract?</source>
        <translation>Withdraw this extract?</translation>
    </message>
    <message>
        <source>Its results stay in the audit and count no more; the tickets file stays.</source>
        <translation>Its results stay in the audit and count no more; the tickets file stays.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Withdraw</translation>
    </message>
</context>
<context>
    <name>CardsTab</name>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Where is it written? Title, article, words</source>
        <translation>Where is it written? Title, article, words</translation>
    </message>
    <message>
        <source>Search criteria</source>
        <translation>Search criteria</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>To be verified</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Copy citation</translation>
    </message>
    <message>
        <source>Source, article and title</source>
        <translation>Source, article and title</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>About the source</source>
        <translation>About the source</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>In force since</source>
        <translation>In force since</translation>
    </message>
    <message>
        <source>Applies in</source>
        <translation>Applies in</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Applies to</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Changes are expected</source>
        <translation>Changes are expected</translation>
    </message>
    <message>
        <source>Not yet checked against the source: read the source before citing it.</source>
        <translation>Not yet checked against the source: read the source before citing it.</translation>
    </message>
    <message>
        <source>Replaced by:</source>
        <translation>Replaced by:</translation>
    </message>
    <message>
        <source>Only the open audit has this card; the library has it no more.</source>
        <translation>Only the open audit has this card; the library has it no more.</translation>
    </message>
    <message>
        <source>The open audit keeps an earlier edition of this card, which binds there:</source>
        <translation>The open audit keeps an earlier edition of this card, which binds there:</translation>
    </message>
    <message>
        <source>No question cites it</source>
        <translation>No question cites it</translation>
    </message>
    <message numerus="yes">
        <source>Cited by %n question(s)</source>
        <translation>
            <numerusform>Cited by %n question</numerusform>
            <numerusform>Cited by %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckPane</name>
    <message>
        <source>What is checked</source>
        <translation>What is checked</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>Control totals</translation>
    </message>
    <message>
        <source>Extract card</source>
        <translation>Extract card</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>Reconciliation</translation>
    </message>
    <message>
        <source>Second source</source>
        <translation>Second source</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
</context>
<context>
    <name>ChecklistClausePane</name>
    <message>
        <source>Clauses and questions</source>
        <translation>Clauses and questions</translation>
    </message>
</context>
<context>
    <name>ChecklistLinkDialog</name>
    <message>
        <source>Link existing evidence</source>
        <translation>Link existing evidence</translation>
    </message>
    <message>
        <source>One item can support many answers. Space marks, Enter links what is marked.</source>
        <translation>One item can support many answers. Space marks, Enter links what is marked.</translation>
    </message>
    <message>
        <source>Evidence items</source>
        <translation>Evidence items</translation>
    </message>
    <message>
        <source>No evidence item fits.</source>
        <translation>No evidence item fits.</translation>
    </message>
</context>
<context>
    <name>ChecklistNoteDialog</name>
    <message>
        <source>Quick note</source>
        <translation>Quick note</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>In the language spoken; it prints as it stands</source>
        <translation>In the language spoken; it prints as it stands</translation>
    </message>
    <message>
        <source>Person or source</source>
        <translation>Person or source</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>saved {time}</source>
        <translation>saved {time}</translation>
    </message>
</context>
<context>
    <name>ChecklistQuestionPane</name>
    <message>
        <source>Why it does not apply</source>
        <translation>Why it does not apply</translation>
    </message>
    <message>
        <source>Enter sets the result, Esc leaves it as it was</source>
        <translation>Enter sets the result, Esc leaves it as it was</translation>
    </message>
    <message>
        <source>Degree of fulfilment</source>
        <translation>Degree of fulfilment</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>ClausePane</name>
    <message numerus="yes">
        <source>%n open</source>
        <comment>questions</comment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message>
        <source>All answered</source>
        <translation>All answered</translation>
    </message>
    <message>
        <source>N next</source>
        <translation>N next</translation>
    </message>
    <message>
        <source>{answered} of {asked} answered, {reviewed} reviewed</source>
        <translation>{answered} of {asked} answered, {reviewed} reviewed</translation>
    </message>
    <message>
        <source>Not asked: {n}</source>
        <translation>Not asked: {n}</translation>
    </message>
    <message>
        <source>Hidden by a condition or left out by the plan: show which and why</source>
        <translation>Hidden by a condition or left out by the plan: show which and why</translation>
    </message>
    <message>
        <source>Search, both languages</source>
        <translation>Search, both languages</translation>
    </message>
    <message>
        <source>Search questions in both languages</source>
        <translation>Search questions in both languages</translation>
    </message>
    <message>
        <source>Search questions, notes and guidance</source>
        <translation>Search questions, notes and guidance</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Nothing fits. Change the search or the filter.</source>
        <translation>Nothing fits. Change the search or the filter.</translation>
    </message>
    <message>
        <source>{number} {title}: {answered} of {asked} answered</source>
        <translation>{number} {title}: {answered} of {asked} answered</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>not answered</translation>
    </message>
</context>
<context>
    <name>ClockForm</name>
    <message>
        <source>Pauses do not count</source>
        <translation>Pauses do not count</translation>
    </message>
    <message>
        <source>Time in the table of pauses is taken off, whatever its reason</source>
        <translation>Time in the table of pauses is taken off, whatever its reason</translation>
    </message>
    <message>
        <source>Name in Chinese</source>
        <translation>Name in Chinese</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Name in English</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>as rule {rule} says</source>
        <translation>as rule {rule} says</translation>
    </message>
    <message>
        <source>Mainland China (default)</source>
        <translation>Mainland China (default)</translation>
    </message>
    <message>
        <source>Monday to Friday, no holidays</source>
        <translation>Monday to Friday, no holidays</translation>
    </message>
</context>
<context>
    <name>ClustersPane</name>
    <message>
        <source>Causes that look systemic: {n}; individual ones are not listed.</source>
        <translation>Causes that look systemic: {n}; individual ones are not listed.</translation>
    </message>
    <message>
        <source>{n} more are not shown.</source>
        <translation>{n} more are not shown.</translation>
    </message>
    <message>
        <source>Systemic causes</source>
        <translation>Systemic causes</translation>
    </message>
    <message>
        <source>Too few months before for a control chart of this cause.</source>
        <translation>Too few months before for a control chart of this cause.</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Why systemic</source>
        <translation>Why systemic</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Untreated</source>
        <translation>Untreated</translation>
    </message>
    <message>
        <source>small cell</source>
        <translation>small cell</translation>
    </message>
    <message>
        <source>several units</source>
        <translation>several units</translation>
    </message>
    <message>
        <source>above the control limit</source>
        <translation>above the control limit</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Page, command, audit, question …</source>
        <translation>Page, command, audit, question …</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Go to anything</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>What was found</translation>
    </message>
</context>
<context>
    <name>CompareColumns</name>
    <message>
        <source>vanished</source>
        <translation>vanished</translation>
    </message>
    <message>
        <source>came later</source>
        <translation>came later</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>{id}, not saved yet</source>
        <translation>{id}, not saved yet</translation>
    </message>
    <message>
        <source>{id}, version {n}</source>
        <translation>{id}, version {n}</translation>
    </message>
    <message>
        <source>{id}, a copy of it</source>
        <translation>{id}, a copy of it</translation>
    </message>
    <message>
        <source>{id}, version {n}, the model</source>
        <translation>{id}, version {n}, the model</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>Compare versions</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Older</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Newer</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>What is different</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Nothing differs between these two.</source>
        <translation>Nothing differs between these two.</translation>
    </message>
</context>
<context>
    <name>ComparePart</name>
    <message>
        <source>Only one extract</source>
        <translation>Only one extract</translation>
    </message>
    <message>
        <source>Have the same query run again some days later and import it here: tickets that vanished and times that changed in between show up.</source>
        <translation>Have the same query run again some days later and import it here: tickets that vanished and times that changed in between show up.</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Comparing extracts</source>
        <translation>Comparing extracts</translation>
    </message>
    <message>
        <source>{common} tickets in both, {vanished} vanished, {appeared} came later into the same time, {changed} fields changed</source>
        <translation>{common} tickets in both, {vanished} vanished, {appeared} came later into the same time, {changed} fields changed</translation>
    </message>
    <message>
        <source>Changed: {fields}</source>
        <translation>Changed: {fields}</translation>
    </message>
</context>
<context>
    <name>ControlChart</name>
    <message>
        <source>Above the control limit: {months}</source>
        <translation>Above the control limit: {months}</translation>
    </message>
    <message>
        <source>{month}: {n} of {total} tickets = {share}; mean {mean}, limit {upper}</source>
        <translation>{month}: {n} of {total} tickets = {share}; mean {mean}, limit {upper}</translation>
    </message>
    <message>
        <source>share of the cause</source>
        <translation>share of the cause</translation>
    </message>
    <message>
        <source>mean of the months before</source>
        <translation>mean of the months before</translation>
    </message>
    <message>
        <source>above the upper control limit</source>
        <translation>above the upper control limit</translation>
    </message>
</context>
<context>
    <name>CriteriaPart</name>
    <message>
        <source>Search criteria</source>
        <translation>Search criteria</translation>
    </message>
    <message>
        <source>Search, in either language</source>
        <translation>Search, in either language</translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation>Own rules</translation>
    </message>
    <message>
        <source>Library cards</source>
        <translation>Library cards</translation>
    </message>
    <message>
        <source>Proofs of adoption</source>
        <translation>Proofs of adoption</translation>
    </message>
    <message>
        <source>Adoption</source>
        <translation>Adoption</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>New rule</translation>
    </message>
    <message numerus="yes">
        <source>%n questions stand on guidance alone.</source>
        <translation>
            <numerusform>%n question stands on guidance alone.</numerusform>
            <numerusform>%n questions stand on guidance alone.</numerusform>
        </translation>
    </message>
    <message>
        <source>The cards that the audit&apos;s packs cite. Enter: the whole card.</source>
        <translation>The cards that the audit&apos;s packs cite. Enter: the whole card.</translation>
    </message>
    <message>
        <source>New proof</source>
        <translation>New proof</translation>
    </message>
    <message>
        <source>Without a proof ISO 10002 is guidance: grades stop at improvement.</source>
        <translation>Without a proof ISO 10002 is guidance: grades stop at improvement.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Force here</source>
        <translation>Force here</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
</context>
<context>
    <name>CriteriaStep</name>
    <message>
        <source>Search all cited criteria, in either language</source>
        <translation>Search all cited criteria, in either language</translation>
    </message>
    <message>
        <source>Search criteria</source>
        <translation>Search criteria</translation>
    </message>
    <message>
        <source>Criteria of the library</source>
        <translation>Criteria of the library</translation>
    </message>
    <message>
        <source>Law and regulator&apos;s rules that the packs cite; a search finds the others too. The auditee&apos;s own rules are added on Plan, Criteria.</source>
        <translation>Law and regulator&apos;s rules that the packs cite; a search finds the others too. The auditee&apos;s own rules are added on Plan, Criteria.</translation>
    </message>
    <message>
        <source>applies</source>
        <translation>applies</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>does not match</translation>
    </message>
    <message>
        <source>by itself: {what}</source>
        <translation>by itself: {what}</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>does not apply</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>Pick a day</source>
        <translation>Pick a day</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>Choose from a calendar</translation>
    </message>
</context>
<context>
    <name>DatesDialog</name>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Dates in “{column}” such as “{example}” can be read in more than one order.</source>
        <translation>Dates in “{column}” such as “{example}” can be read in more than one order.</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>Day, month, year</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>Month, day, year</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>Year, month, day</translation>
    </message>
</context>
<context>
    <name>DatesStep</name>
    <message>
        <source>The report is due 10 working days after the closing meeting (Monday to Friday, holidays not counted) until you set another day. Dates can follow later.</source>
        <translation>The report is due 10 working days after the closing meeting (Monday to Friday, holidays not counted) until you set another day. Dates can follow later.</translation>
    </message>
</context>
<context>
    <name>DecisionsDialog</name>
    <message>
        <source>Accepted deviations</source>
        <translation>Accepted deviations</translation>
    </message>
    <message>
        <source>Accepted deviations of {rule}</source>
        <translation>Accepted deviations of {rule}</translation>
    </message>
    <message>
        <source>None yet. Choose exceptions and accept them with a reason.</source>
        <translation>None yet. Choose exceptions and accept them with a reason.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expires</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expired</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>not answered</source>
        <translation>not answered</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>Reading files</translation>
    </message>
    <message>
        <source>Reading the picture</source>
        <translation>Reading the picture</translation>
    </message>
    <message>
        <source>{number} no longer supports this answer</source>
        <translation>{number} no longer supports this answer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message numerus="yes">
        <source>%n large file(s) linked, not embedded: keep them where they are</source>
        <translation>
            <numerusform>%n large file linked, not embedded: keep it where it is</numerusform>
            <numerusform>%n large files linked, not embedded: keep them where they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evidence item(s) added</source>
        <translation>
            <numerusform>%n evidence item added</numerusform>
            <numerusform>%n evidence items added</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding raised from {question}</source>
        <translation>Finding raised from {question}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Answer the question first</source>
        <translation>Answer the question first</translation>
    </message>
    <message>
        <source>{result} (would be {severer})</source>
        <translation>{result} (would be {severer})</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This is the last question</source>
        <translation>This is the last question</translation>
    </message>
    <message>
        <source>This is the first question</source>
        <translation>This is the first question</translation>
    </message>
    <message>
        <source>Everything shown here is answered</source>
        <translation>Everything shown here is answered</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>New section</translation>
    </message>
    <message>
        <source>Its id becomes part of the ids of its questions and stays.</source>
        <translation>Its id becomes part of the ids of its questions and stays.</translation>
    </message>
    <message>
        <source>Add section</source>
        <translation>Add section</translation>
    </message>
    <message>
        <source>Id, such as 7.2</source>
        <translation>Id, such as 7.2</translation>
    </message>
    <message>
        <source>Title in Chinese</source>
        <translation>Title in Chinese</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>Title in English</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>From 1 to 5, for {n} questions.</source>
        <translation>From 1 to 5, for {n} questions.</translation>
    </message>
    <message>
        <source>Set weight</source>
        <translation>Set weight</translation>
    </message>
    <message>
        <source>Copies of this pack cannot change what is ticked; here it stays open.</source>
        <translation>Copies of this pack cannot change what is ticked; here it stays open.</translation>
    </message>
    <message>
        <source>Lock for copies</source>
        <translation>Lock for copies</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>DeviationDialog</name>
    <message>
        <source>Accept exceptions of {rule}: {n}</source>
        <translation>Accept exceptions of {rule}: {n}</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
</context>
<context>
    <name>DistributionPlot</name>
    <message>
        <source>{n} tickets measured</source>
        <translation>{n} tickets measured</translation>
    </message>
    <message>
        <source>{n} of {total} tickets measured lie beyond {limit}</source>
        <translation>{n} of {total} tickets measured lie beyond {limit}</translation>
    </message>
    <message>
        <source>{span} {unit}: {n} tickets</source>
        <translation>{span} {unit}: {n} tickets</translation>
    </message>
    <message>
        <source> · the last bar holds all above</source>
        <translation> · the last bar holds all above</translation>
    </message>
    <message>
        <source>limit {limit}</source>
        <translation>limit {limit}</translation>
    </message>
    <message>
        <source>limit {limit} · beyond it {n}</source>
        <translation>limit {limit} · beyond it {n}</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>{names}: {n} questions lack parts, such as the guidance for grading. The audit and its report will say that this is a draft.</source>
        <translation>{names}: {n} questions lack parts, such as the guidance for grading. The audit and its report will say that this is a draft.</translation>
    </message>
    <message>
        <source>Use a draft?</source>
        <translation>Use a draft?</translation>
    </message>
    <message>
        <source>Use the draft</source>
        <translation>Use the draft</translation>
    </message>
</context>
<context>
    <name>EditBar</name>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Save version</source>
        <translation>Save version</translation>
    </message>
    <message>
        <source>Save as the next version</source>
        <translation>Save as the next version</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Add a question or a section</source>
        <translation>Add a question or a section</translation>
    </message>
    <message>
        <source>Change the chosen questions</source>
        <translation>Change the chosen questions</translation>
    </message>
    <message>
        <source>Question in this section</source>
        <translation>Question in this section</translation>
    </message>
    <message>
        <source>Section …</source>
        <translation>Section …</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Switch on</translation>
    </message>
    <message>
        <source>Set the weight …</source>
        <translation>Set the weight …</translation>
    </message>
    <message>
        <source>Lock parts of these questions for copies …</source>
        <translation>Lock parts of these questions for copies …</translation>
    </message>
    <message>
        <source>Lock parts of all questions for copies …</source>
        <translation>Lock parts of all questions for copies …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>EvidenceAdder</name>
    <message>
        <source>Link large files?</source>
        <translation>Link large files?</translation>
    </message>
    <message>
        <source>These files are larger than {limit} MB. Their path and SHA-256 are recorded and the files stay where they are:
{names}</source>
        <translation>These files are larger than {limit} MB. Their path and SHA-256 are recorded and the files stay where they are:
{names}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Screenshot {time}</source>
        <translation>Screenshot {time}</translation>
    </message>
    <message>
        <source>Reading evidence files</source>
        <translation>Reading evidence files</translation>
    </message>
</context>
<context>
    <name>EvidenceColumns</name>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Obtained</source>
        <translation>Obtained</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
</context>
<context>
    <name>EvidenceFields</name>
    <message>
        <source>Whole organization</source>
        <translation>Whole organization</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>What was seen or said, in the words used</source>
        <translation>What was seen or said, in the words used</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>Who (role)</source>
        <translation>Who (role)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Period covered</source>
        <translation>Period covered</translation>
    </message>
    <message>
        <source>Second source</source>
        <translation>Second source</translation>
    </message>
    <message>
        <source>Number of document or ticket</source>
        <translation>Number of document or ticket</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Reliability</translation>
    </message>
    <message>
        <source>1 low</source>
        <translation>1 low</translation>
    </message>
    <message>
        <source>2 medium</source>
        <translation>2 medium</translation>
    </message>
    <message>
        <source>3 high</source>
        <translation>3 high</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Obtained on</source>
        <translation>Obtained on</translation>
    </message>
    <message>
        <source>Observed at</source>
        <translation>Observed at</translation>
    </message>
    <message>
        <source>Time of observation</source>
        <translation>Time of observation</translation>
    </message>
    <message>
        <source>HH:MM</source>
        <translation>HH:MM</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>No evidence yet</source>
        <translation>No evidence yet</translation>
    </message>
    <message>
        <source>Drop files anywhere on this page, paste a picture, or write a note.</source>
        <translation>Drop files anywhere on this page, paste a picture, or write a note.</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Unused</translation>
    </message>
    <message>
        <source>Items that support nothing yet</source>
        <translation>Items that support nothing yet</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Items that were withdrawn</source>
        <translation>Items that were withdrawn</translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Withdrawn: {reason}</source>
        <translation>Withdrawn: {reason}</translation>
    </message>
    <message>
        <source>Supports</source>
        <translation>Supports</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Link …</source>
        <translation>Link …</translation>
    </message>
    <message>
        <source>Withdraw …</source>
        <translation>Withdraw …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>Save a copy …</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Check the file</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Obtained by</source>
        <translation>Obtained by</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Nothing yet. Link it to the questions and findings that it supports.</source>
        <translation>Nothing yet. Link it to the questions and findings that it supports.</translation>
    </message>
    <message>
        <source>Withdraw {number}?</source>
        <translation>Withdraw {number}?</translation>
    </message>
    <message>
        <source>Number and trace stay; the item is no longer listed or printed.</source>
        <translation>Number and trace stay; the item is no longer listed or printed.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Saved as {path}</translation>
    </message>
    <message>
        <source>The bytes of this item are not in this file.</source>
        <translation>The bytes of this item are not in this file.</translation>
    </message>
    <message>
        <source>Checking the linked file</source>
        <translation>Checking the linked file</translation>
    </message>
    <message>
        <source>✓ present and unchanged</source>
        <translation>✓ present and unchanged</translation>
    </message>
    <message>
        <source>! changed since it was recorded</source>
        <translation>! changed since it was recorded</translation>
    </message>
    <message>
        <source>! not on this machine</source>
        <translation>! not on this machine</translation>
    </message>
</context>
<context>
    <name>EvidencePreview</name>
    <message>
        <source>The file is linked; open it to see it.</source>
        <translation>The file is linked; open it to see it.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>The bytes of this item are not in this file; title and hash stay.</source>
        <translation>The bytes of this item are not in this file; title and hash stay.</translation>
    </message>
    <message>
        <source>There is no preview of this file.</source>
        <translation>There is no preview of this file.</translation>
    </message>
</context>
<context>
    <name>EvidenceStrip</name>
    <message>
        <source>File …</source>
        <translation>File …</translation>
    </message>
    <message>
        <source>Photo …</source>
        <translation>Photo …</translation>
    </message>
    <message>
        <source>Picture from the clipboard</source>
        <translation>Picture from the clipboard</translation>
    </message>
    <message>
        <source>Quick note …</source>
        <translation>Quick note …</translation>
    </message>
    <message>
        <source>Link existing evidence …</source>
        <translation>Link existing evidence …</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Add evidence: drop files here, paste a picture, or choose  E</source>
        <translation>Add evidence: drop files here, paste a picture, or choose  E</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>evidence items</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Space opens, Delete takes it off this answer</source>
        <translation>Space opens, Delete takes it off this answer</translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Screenshot</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Interview</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Observation</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Masked</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
</context>
<context>
    <name>ExceptionsModel</name>
    <message>
        <source>accepted</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Measured</translation>
    </message>
    <message>
        <source>Why it fails</source>
        <translation>Why it fails</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>Settled by</translation>
    </message>
</context>
<context>
    <name>ExceptionsPane</name>
    <message>
        <source>Ticket number</source>
        <translation>Ticket number</translation>
    </message>
    <message>
        <source>Search for a ticket</source>
        <translation>Search for a ticket</translation>
    </message>
    <message>
        <source>Why it fails</source>
        <translation>Why it fails</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Neither in a finding nor accepted as a deviation</source>
        <translation>Neither in a finding nor accepted as a deviation</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>Show tickets</source>
        <translation>Show tickets</translation>
    </message>
    <message>
        <source>Every field of the chosen tickets</source>
        <translation>Every field of the chosen tickets</translation>
    </message>
    <message>
        <source>Accept …</source>
        <translation>Accept …</translation>
    </message>
    <message>
        <source>Accept the chosen exceptions as deviations, with reason and expiry</source>
        <translation>Accept the chosen exceptions as deviations, with reason and expiry</translation>
    </message>
    <message>
        <source>Accepted deviations</source>
        <translation>Accepted deviations</translation>
    </message>
    <message>
        <source>Accepted deviations of this rule</source>
        <translation>Accepted deviations of this rule</translation>
    </message>
    <message>
        <source>Every reason</source>
        <translation>Every reason</translation>
    </message>
    <message>
        <source>Exceptions: {n}</source>
        <translation>Exceptions: {n}</translation>
    </message>
    <message>
        <source>chosen: {n}</source>
        <translation>chosen: {n}</translation>
    </message>
    <message>
        <source>tickets not on this machine: {n} listed</source>
        <translation>tickets not on this machine: {n} listed</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Show all again</translation>
    </message>
    <message>
        <source>Finding from {n}</source>
        <translation>Finding from {n}</translation>
    </message>
    <message>
        <source>A template limit carries no finding: give it a source in the limits</source>
        <translation>A template limit carries no finding: give it a source in the limits</translation>
    </message>
    <message>
        <source>Raise a finding with criterion, condition, figures and tickets</source>
        <translation>Raise a finding with criterion, condition, figures and tickets</translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Takes away</source>
        <translation>Takes away</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ExportRun</name>
    <message>
        <source>Writing the report</source>
        <translation>Writing the report</translation>
    </message>
    <message>
        <source>Written: {names}</source>
        <translation>Written: {names}</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Open folder</translation>
    </message>
</context>
<context>
    <name>ExtractLine</name>
    <message>
        <source>Extract</source>
        <translation>Extract</translation>
    </message>
    <message>
        <source>All extracts</source>
        <translation>All extracts</translation>
    </message>
    <message>
        <source>period not stated</source>
        <translation>period not stated</translation>
    </message>
    <message>
        <source>{count} tickets</source>
        <translation>{count} tickets</translation>
    </message>
    <message>
        <source>{count} refused (show)</source>
        <translation>{count} refused (show)</translation>
    </message>
</context>
<context>
    <name>Extracts</name>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Run at</source>
        <translation>Run at</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Completeness</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>Added by</translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>None of them</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Take</translation>
    </message>
</context>
<context>
    <name>FairnessPane</name>
    <message>
        <source>Fairness</source>
        <translation>Fairness</translation>
    </message>
    <message>
        <source>Compared within the same category, tier and urgency. It indicates, it does not prove: a group that fares worse is a reason to look closer.</source>
        <translation>Compared within the same category, tier and urgency. It indicates, it does not prove: a group that fares worse is a reason to look closer.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Flagged</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>odds ratio {value}</source>
        <translation>odds ratio {value}</translation>
    </message>
    <message>
        <source>medians {value}</source>
        <translation>medians {value}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>worse</translation>
    </message>
    <message>
        <source>not worse</source>
        <translation>not worse</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Unanswered</source>
        <translation>Unanswered</translation>
    </message>
    <message>
        <source>My part</source>
        <translation>My part</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>With findings</translation>
    </message>
    <message>
        <source>Evidence missing</source>
        <translation>Evidence missing</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Not reviewed</translation>
    </message>
    <message>
        <source>Core questions only</source>
        <translation>Core questions only</translation>
    </message>
    <message>
        <source>Guidance only</source>
        <translation>Guidance only</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <source>Search in both languages</source>
        <translation>Search in both languages</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>No entry fits the search and the filters.</source>
        <translation>No entry fits the search and the filters.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Full text</translation>
    </message>
</context>
<context>
    <name>FindingColumns</name>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
</context>
<context>
    <name>FindingJudgement</name>
    <message>
        <source>Whole organization</source>
        <translation>Whole organization</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>Nature and extent</source>
        <translation>Nature and extent</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>Unit and clause</source>
        <translation>Unit and clause</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Extent</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation>Deviations</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>Customer harmed or sanction likely</source>
        <translation>Customer harmed or sanction likely</translation>
    </message>
    <message>
        <source>Go to the question</source>
        <translation>Go to the question</translation>
    </message>
    <message>
        <source>With sample and deviations the upper limit of the rate is shown.</source>
        <translation>With sample and deviations the upper limit of the rate is shown.</translation>
    </message>
    <message>
        <source>Rate {rate}; upper limit at 95 %: {upper}. At a tolerable {limit}: {what}.</source>
        <translation>Rate {rate}; upper limit at 95 %: {upper}. At a tolerable {limit}: {what}.</translation>
    </message>
    <message>
        <source>The deviation is not isolated.</source>
        <translation>The deviation is not isolated.</translation>
    </message>
    <message>
        <source>Against law or regulator each proven case counts by itself.</source>
        <translation>Against law or regulator each proven case counts by itself.</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>No finding from this question</source>
        <translation>No finding from this question</translation>
    </message>
</context>
<context>
    <name>FindingTies</name>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Choose the criteria that it cites</source>
        <translation>Choose the criteria that it cites</translation>
    </message>
    <message>
        <source>Link …</source>
        <translation>Link …</translation>
    </message>
    <message>
        <source>Link evidence that is there</source>
        <translation>Link evidence that is there</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Add …</translation>
    </message>
    <message>
        <source>Add new evidence</source>
        <translation>Add new evidence</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Add: {kind}</source>
        <translation>Add: {kind}</translation>
    </message>
    <message>
        <source>None yet: without a binding criterion the grade is an improvement at most.</source>
        <translation>None yet: without a binding criterion the grade is an improvement at most.</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>does not apply</translation>
    </message>
    <message>
        <source>None yet: the facts cannot be confirmed without evidence.</source>
        <translation>None yet: the facts cannot be confirmed without evidence.</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>None yet.</translation>
    </message>
    <message>
        <source>Criteria of {number}</source>
        <translation>Criteria of {number}</translation>
    </message>
    <message>
        <source>The strongest force among them limits the grade.</source>
        <translation>The strongest force among them limits the grade.</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>Cite</translation>
    </message>
    <message>
        <source>Evidence of {number}</source>
        <translation>Evidence of {number}</translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Previous finding</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Next finding</translation>
    </message>
    <message>
        <source>Revise …</source>
        <translation>Revise …</translation>
    </message>
    <message>
        <source>Change an issued finding with a reason</source>
        <translation>Change an issued finding with a reason</translation>
    </message>
    <message>
        <source>raised by {code}</source>
        <translation>raised by {code}</translation>
    </message>
    <message>
        <source>Withdrawn: {reason}</source>
        <translation>Withdrawn: {reason}</translation>
    </message>
    <message>
        <source>Revision under way: {reason}</source>
        <translation>Revision under way: {reason}</translation>
    </message>
    <message>
        <source>Revisions: {n}. Last reason: {reason}</source>
        <translation>Revisions: {n}. Last reason: {reason}</translation>
    </message>
    <message>
        <source>When condition, evidence or sample change, it is a draft again.</source>
        <translation>When condition, evidence or sample change, it is a draft again.</translation>
    </message>
    <message>
        <source>The difference of opinion is unresolved; both sides print.</source>
        <translation>The difference of opinion is unresolved; both sides print.</translation>
    </message>
    <message>
        <source>Every change now counts as a revision.</source>
        <translation>Every change now counts as a revision.</translation>
    </message>
    <message>
        <source>Revise {number}</source>
        <translation>Revise {number}</translation>
    </message>
    <message>
        <source>After issue, text and grade change only by a revision; the reason prints.</source>
        <translation>After issue, text and grade change only by a revision; the reason prints.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>1  Criterion</source>
        <translation>1  Criterion</translation>
    </message>
    <message>
        <source>which rule, which article</source>
        <translation>which rule, which article</translation>
    </message>
    <message>
        <source>2  Condition</source>
        <translation>2  Condition</translation>
    </message>
    <message>
        <source>what was found: facts, numbers, where, when</source>
        <translation>what was found: facts, numbers, where, when</translation>
    </message>
    <message>
        <source>3  Evidence</source>
        <translation>3  Evidence</translation>
    </message>
    <message>
        <source>what shows it</source>
        <translation>what shows it</translation>
    </message>
    <message>
        <source>4  Cause</source>
        <translation>4  Cause</translation>
    </message>
    <message>
        <source>why, as far as it is known</source>
        <translation>why, as far as it is known</translation>
    </message>
    <message>
        <source>5  Consequence</source>
        <translation>5  Consequence</translation>
    </message>
    <message>
        <source>what it leads to, for whom</source>
        <translation>what it leads to, for whom</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Response</translation>
    </message>
    <message>
        <source>in the auditee&apos;s own words</source>
        <translation>in the auditee&apos;s own words</translation>
    </message>
    <message>
        <source>Cause as the auditee sees it</source>
        <translation>Cause as the auditee sees it</translation>
    </message>
    <message>
        <source>Answer of the team</source>
        <translation>Answer of the team</translation>
    </message>
    <message>
        <source>to a comment or a dispute; never put into the auditee&apos;s mouth</source>
        <translation>to a comment or a dispute; never put into the auditee&apos;s mouth</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>as it will print</source>
        <translation>as it will print</translation>
    </message>
    <message>
        <source>The auditee&apos;s side</source>
        <translation>The auditee&apos;s side</translation>
    </message>
    <message>
        <source>The audit team&apos;s side</source>
        <translation>The audit team&apos;s side</translation>
    </message>
    <message>
        <source>The facts changed: they must be confirmed again.</source>
        <translation>The facts changed: they must be confirmed again.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>No findings yet</source>
        <translation>No findings yet</translation>
    </message>
    <message>
        <source>Raise one from a question in the checklist (F), or begin with a blank one.</source>
        <translation>Raise one from a question in the checklist (F), or begin with a blank one.</translation>
    </message>
    <message>
        <source>Raise a finding</source>
        <translation>Raise a finding</translation>
    </message>
    <message>
        <source>Give final numbers</source>
        <translation>Give final numbers</translation>
    </message>
    <message>
        <source>The team leader&apos;s step at consolidation</source>
        <translation>The team leader&apos;s step at consolidation</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Findings that I raised</source>
        <translation>Findings that I raised</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Neither closed nor withdrawn</source>
        <translation>Neither closed nor withdrawn</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Withdrawn findings too</source>
        <translation>Withdrawn findings too</translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation>{n} overdue</translation>
    </message>
    <message>
        <source>Final numbers given: {n}</source>
        <translation>Final numbers given: {n}</translation>
    </message>
    <message>
        <source>Give final numbers?</source>
        <translation>Give final numbers?</translation>
    </message>
    <message>
        <source>Every finding that has none gets its final number; working numbers stay. A number is never given twice.</source>
        <translation>Every finding that has none gets its final number; working numbers stay. A number is never given twice.</translation>
    </message>
    <message>
        <source>Give numbers</source>
        <translation>Give numbers</translation>
    </message>
</context>
<context>
    <name>ForeignDialog</name>
    <message>
        <source>Rows that only name a group are headings</source>
        <translation>Rows that only name a group are headings</translation>
    </message>
    <message>
        <source>Import as a draft</source>
        <translation>Import as a draft</translation>
    </message>
    <message>
        <source>Import a checklist</source>
        <translation>Import a checklist</translation>
    </message>
    <message>
        <source>Say which column holds what. The result is a draft: nothing is made up, and the pack says what is missing.</source>
        <translation>Say which column holds what. The result is a draft: nothing is made up, and the pack says what is missing.</translation>
    </message>
    <message>
        <source>Encoding of the file</source>
        <translation>Encoding of the file</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Row with the heads</source>
        <translation>Row with the heads</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>Language of the questions</translation>
    </message>
    <message>
        <source>Clauses are those of</source>
        <translation>Clauses are those of</translation>
    </message>
    <message>
        <source>or of this document</source>
        <translation>or of this document</translation>
    </message>
    <message>
        <source>Id (2 to 12 capital letters and digits)</source>
        <translation>Id (2 to 12 capital letters and digits)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation>As recognised</translation>
    </message>
    <message>
        <source>As they look</source>
        <translation>As they look</translation>
    </message>
    <message>
        <source>No standard of the library</source>
        <translation>No standard of the library</translation>
    </message>
    <message>
        <source>Column {name}</source>
        <translation>Column {name}</translation>
    </message>
    <message>
        <source>Rows read: {rows} · questions: {questions} · headings: {headings} · refused: {refused}</source>
        <translation>Rows read: {rows} · questions: {questions} · headings: {headings} · refused: {refused}</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Refused rows</translation>
    </message>
    <message>
        <source>The first questions</source>
        <translation>The first questions</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Locked by the pack that this one was copied from</source>
        <translation>Locked by the pack that this one was copied from</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Nothing to ask yet</source>
        <translation>Nothing to ask yet</translation>
    </message>
    <message>
        <source>Choose in the plan which units are audited with which checklist packs.</source>
        <translation>Choose in the plan which units are audited with which checklist packs.</translation>
    </message>
    <message>
        <source>Go to the plan</source>
        <translation>Go to the plan</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>1 … 6 set the cell · arrows move · Enter opens · 0 takes back</source>
        <translation>1 … 6 set the cell · arrows move · Enter opens · 0 takes back</translation>
    </message>
    <message>
        <source>Back to the question</source>
        <translation>Back to the question</translation>
    </message>
</context>
<context>
    <name>FramePart</name>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Any</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Missing: {what}</source>
        <translation>Missing: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n points block it: see Overview.</source>
        <translation>
            <numerusform>%n point blocks it: see Overview.</numerusform>
            <numerusform>%n points block it: see Overview.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only for: {who}</source>
        <translation>Only for: {who}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>GapsCard</name>
    <message>
        <source>What is missing</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Nothing is missing here.</source>
        <translation>Nothing is missing here.</translation>
    </message>
</context>
<context>
    <name>GapsPane</name>
    <message>
        <source>What is missing</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>Warnings too</source>
        <translation>Warnings too</translation>
    </message>
    <message>
        <source>What warns does not keep the audit from being issued</source>
        <translation>What warns does not keep the audit from being issued</translation>
    </message>
    <message>
        <source>What is missing before the audit can be issued</source>
        <translation>What is missing before the audit can be issued</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>By when it must be there</source>
        <translation>By when it must be there</translation>
    </message>
    <message>
        <source>■ {blocks} block, ▲ {warns} warn. A click leads there.</source>
        <translation>■ {blocks} block, ▲ {warns} warn. A click leads there.</translation>
    </message>
    <message>
        <source>Nothing blocks; ▲ {warns} warn.</source>
        <translation>Nothing blocks; ▲ {warns} warn.</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>All categories</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>No ticket of the latest extract has this category</source>
        <translation>No ticket of the latest extract has this category</translation>
    </message>
    <message>
        <source>as for all</source>
        <translation>as for all</translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>Guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>What to look for</translation>
    </message>
    <message>
        <source>Ask to see</source>
        <translation>Ask to see</translation>
    </message>
    <message>
        <source>How to grade</source>
        <translation>How to grade</translation>
    </message>
    <message>
        <source>Negative test</source>
        <translation>Negative test</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Guidance only:</source>
        <translation>Guidance only:</translation>
    </message>
    <message>
        <source>add the auditee&apos;s rule</source>
        <translation>add the auditee&apos;s rule</translation>
    </message>
    <message>
        <source>would be, if adopted; here {result}, fulfilment {degree}</source>
        <translation>would be, if adopted; here {result}, fulfilment {degree}</translation>
    </message>
    <message>
        <source>does not apply here</source>
        <translation>does not apply here</translation>
    </message>
    <message>
        <source>Paraphrase not yet checked against the source</source>
        <translation>Paraphrase not yet checked against the source</translation>
    </message>
    <message>
        <source>weak, without a departure</source>
        <translation>weak, without a departure</translation>
    </message>
    <message>
        <source>Makes any departure major</source>
        <translation>Makes any departure major</translation>
    </message>
    <message>
        <source>Adopted by {document}, {date}</source>
        <translation>Adopted by {document}, {date}</translation>
    </message>
    <message>
        <source>Asked elsewhere too</source>
        <translation>Asked elsewhere too</translation>
    </message>
    <message>
        <source>not answered there</source>
        <translation>not answered there</translation>
    </message>
    <message>
        <source>Draft question. Still missing:</source>
        <translation>Draft question. Still missing:</translation>
    </message>
</context>
<context>
    <name>HeadForm</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>For which sectors</source>
        <translation>For which sectors</translation>
    </message>
    <message>
        <source>Take these</source>
        <translation>Take these</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>All units</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Go to anything …</source>
        <translation>Go to anything …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>About and keys</source>
        <translation>About and keys</translation>
    </message>
</context>
<context>
    <name>HistoryPopover</name>
    <message>
        <source>History of this answer</source>
        <translation>History of this answer</translation>
    </message>
    <message>
        <source>In the audit trail</source>
        <translation>In the audit trail</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Nothing yet.</translation>
    </message>
    <message>
        <source>was {before}, now {after}</source>
        <translation>was {before}, now {after}</translation>
    </message>
    <message>
        <source>(taken back)</source>
        <translation>(taken back)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>Degree</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Observed on</source>
        <translation>Observed on</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Recent audits</source>
        <translation>Recent audits</translation>
    </message>
    <message>
        <source>Actions that need someone</source>
        <translation>Actions that need someone</translation>
    </message>
    <message>
        <source>Search all audits</source>
        <translation>Search all audits</translation>
    </message>
    <message>
        <source>Title, number, organisation or file name</source>
        <translation>Title, number, organisation or file name</translation>
    </message>
    <message>
        <source>In which order the audits are listed</source>
        <translation>In which order the audits are listed</translation>
    </message>
    <message>
        <source>No audits yet</source>
        <translation>No audits yet</translation>
    </message>
    <message>
        <source>An audit is one file on this computer. Look at the example first, begin your own, or drop an audit file here.</source>
        <translation>An audit is one file on this computer. Look at the example first, begin your own, or drop an audit file here.</translation>
    </message>
    <message>
        <source>Open the example audit</source>
        <translation>Open the example audit</translation>
    </message>
    <message>
        <source>No audit holds all of these words.</source>
        <translation>No audit holds all of these words.</translation>
    </message>
    <message numerus="yes">
        <source>%n audits found</source>
        <translation>
            <numerusform>%n audit found</numerusform>
            <numerusform>%n audits found</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Forget (the file stays)</source>
        <translation>Forget (the file stays)</translation>
    </message>
</context>
<context>
    <name>HomeSide</name>
    <message>
        <source>Open …</source>
        <translation>Open …</translation>
    </message>
    <message>
        <source>Open an audit file</source>
        <translation>Open an audit file</translation>
    </message>
    <message>
        <source>Example audit</source>
        <translation>Example audit</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message>
        <source>open now</source>
        <translation>open now</translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>File not found</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <comment>actions</comment>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>due</source>
        <translation>due</translation>
    </message>
    <message>
        <source>to verify</source>
        <translation>to verify</translation>
    </message>
    <message>
        <source>overdue {n}</source>
        <translation>overdue {n}</translation>
    </message>
    <message>
        <source>due in 14 days {n}</source>
        <translation>due in 14 days {n}</translation>
    </message>
    <message>
        <source>to verify {n}</source>
        <translation>to verify {n}</translation>
    </message>
    <message>
        <source>Past their due date and not reported as done: show only these</source>
        <translation>Past their due date and not reported as done: show only these</translation>
    </message>
    <message>
        <source>Due within 14 days: show only these</source>
        <translation>Due within 14 days: show only these</translation>
    </message>
    <message>
        <source>Reported as done, waiting for your verdict: show only these</source>
        <translation>Reported as done, waiting for your verdict: show only these</translation>
    </message>
    <message>
        <source>Last opened</source>
        <translation>Last opened</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Least progress first</source>
        <translation>Least progress first</translation>
    </message>
    <message>
        <source>Most overdue first</source>
        <translation>Most overdue first</translation>
    </message>
    <message>
        <source>Sort: {order}</source>
        <translation>Sort: {order}</translation>
    </message>
    <message>
        <source>{title}: {percent} % answered, {major} major, {minor} minor, {improvement} to improve</source>
        <translation>{title}: {percent} % answered, {major} major, {minor} minor, {improvement} to improve</translation>
    </message>
    <message>
        <source>{percent} % answered; open findings: ■ {major} major, ▲ {minor} minor, ◆ {improvement} to improve</source>
        <translation>{percent} % answered; open findings: ■ {major} major, ▲ {minor} minor, ◆ {improvement} to improve</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>today {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>yesterday {time}</translation>
    </message>
</context>
<context>
    <name>HoursPane</name>
    <message>
        <source>Hours of the team by day</source>
        <translation>Hours of the team by day</translation>
    </message>
    <message>
        <source>Planned hours against the team&apos;s hours</source>
        <translation>Planned hours against the team&apos;s hours</translation>
    </message>
    <message>
        <source>Hours for</source>
        <translation>Hours for</translation>
    </message>
    <message>
        <source>Complaints in the period</source>
        <translation>Complaints in the period</translation>
    </message>
    <message>
        <source>How many complaints the unit had: the proposal looks there first</source>
        <translation>How many complaints the unit had: the proposal looks there first</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Add a day</translation>
    </message>
    <message>
        <source>Fill days with 7 h</source>
        <translation>Fill days with 7 h</translation>
    </message>
    <message>
        <source>Give each auditor without hours on a day seven hours there</source>
        <translation>Give each auditor without hours on a day seven hours there</translation>
    </message>
    <message>
        <source>No days yet: enter the on-site dates under Frame, or add a day here.</source>
        <translation>No days yet: enter the on-site dates under Frame, or add a day here.</translation>
    </message>
    <message>
        <source>Wherever needed</source>
        <translation>Wherever needed</translation>
    </message>
    <message>
        <source>Nothing is asked yet.</source>
        <translation>Nothing is asked yet.</translation>
    </message>
    <message>
        <source>{n} questions take all items of a population; their time comes on top.</source>
        <translation>{n} questions take all items of a population; their time comes on top.</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>By unit</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>By day</translation>
    </message>
    <message>
        <source>! {over} h too much</source>
        <translation>! {over} h too much</translation>
    </message>
    <message>
        <source>✓ {hours} h planned</source>
        <translation>✓ {hours} h planned</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>nothing planned</translation>
    </message>
    <message>
        <source>any unit</source>
        <translation>any unit</translation>
    </message>
    <message>
        <source>{hours} h, full</source>
        <translation>{hours} h, full</translation>
    </message>
    <message>
        <source>{hours} h, {free} h free</source>
        <translation>{hours} h, {free} h free</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Hours over all days and units</source>
        <translation>Hours over all days and units</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Opening the key</source>
        <translation>Opening the key</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>Importing {file}</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>From now on everything but responses, actions and follow-up is read-only, and undo does not go back behind this. Findings without a final number get one.</source>
        <translation>From now on everything but responses, actions and follow-up is read-only, and undo does not go back behind this. Findings without a final number get one.</translation>
    </message>
    <message>
        <source>Issue the audit</source>
        <translation>Issue the audit</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Why?</translation>
    </message>
</context>
<context>
    <name>JobDialog</name>
    <message>
        <source>Stopping …</source>
        <translation>Stopping …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>{name} ({code}) is not in the team of this audit.</source>
        <translation>{name} ({code}) is not in the team of this audit.</translation>
    </message>
    <message>
        <source>Add me to the team as an auditor</source>
        <translation>Add me to the team as an auditor</translation>
    </message>
    <message>
        <source>Who you are in this audit</source>
        <translation>Who you are in this audit</translation>
    </message>
    <message>
        <source>I am</source>
        <translation>I am</translation>
    </message>
    <message>
        <source>Person of the audit team</source>
        <translation>Person of the audit team</translation>
    </message>
    <message>
        <source>Every change is kept under a person of the audit. Choosing a person here also changes your settings.</source>
        <translation>Every change is kept under a person of the audit. Choosing a person here also changes your settings.</translation>
    </message>
</context>
<context>
    <name>KeyDeeds</name>
    <message>
        <source>Key {mark}: in this audit, sealed under the team&apos;s passphrase</source>
        <translation>Key {mark}: in this audit, sealed under the team&apos;s passphrase</translation>
    </message>
    <message>
        <source>No key yet: it is made with the first import</source>
        <translation>No key yet: it is made with the first import</translation>
    </message>
    <message>
        <source>Change the passphrase …</source>
        <translation>Change the passphrase …</translation>
    </message>
    <message>
        <source>Take over the key of an earlier audit …</source>
        <translation>Take over the key of an earlier audit …</translation>
    </message>
    <message>
        <source>To hand the key over, give the audit file, and the passphrase by word</source>
        <translation>To hand the key over, give the audit file, and the passphrase by word</translation>
    </message>
    <message>
        <source>The passphrase was changed</source>
        <translation>The passphrase was changed</translation>
    </message>
    <message>
        <source>Sealing the key</source>
        <translation>Sealing the key</translation>
    </message>
    <message>
        <source>The earlier audit</source>
        <translation>The earlier audit</translation>
    </message>
    <message>
        <source>Audits (*.audit)</source>
        <translation>Audits (*.audit)</translation>
    </message>
    <message>
        <source>The key was taken over</source>
        <translation>The key was taken over</translation>
    </message>
    <message>
        <source>Opening the key</source>
        <translation>Opening the key</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>A passphrase for the pseudonyms</source>
        <translation>A passphrase for the pseudonyms</translation>
    </message>
    <message>
        <source>The team&apos;s passphrase</source>
        <translation>The team&apos;s passphrase</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>The passphrase of the earlier audit</source>
        <translation>The passphrase of the earlier audit</translation>
    </message>
    <message>
        <source>Customers and staff become pseudonyms. Their key stays in this audit, sealed under the team&apos;s passphrase: whoever knows it can compare later extracts. Nobody can recover a lost passphrase.</source>
        <translation>Customers and staff become pseudonyms. Their key stays in this audit, sealed under the team&apos;s passphrase: whoever knows it can compare later extracts. Nobody can recover a lost passphrase.</translation>
    </message>
    <message>
        <source>It opens the key of this audit, so that this extract gets the same pseudonyms as the earlier ones and can be compared with them.</source>
        <translation>It opens the key of this audit, so that this extract gets the same pseudonyms as the earlier ones and can be compared with them.</translation>
    </message>
    <message>
        <source>The key and all pseudonyms stay as they are.</source>
        <translation>The key and all pseudonyms stay as they are.</translation>
    </message>
    <message>
        <source>The key of that audit is taken into this one, under the same passphrase, so that its extracts can be compared with the new ones.</source>
        <translation>The key of that audit is taken into this one, under the same passphrase, so that its extracts can be compared with the new ones.</translation>
    </message>
    <message>
        <source>At least {count} characters</source>
        <translation>At least {count} characters</translation>
    </message>
    <message>
        <source>The two passphrases differ</source>
        <translation>The two passphrases differ</translation>
    </message>
</context>
<context>
    <name>LeaveOutDialog</name>
    <message>
        <source>Leave out of the plan</source>
        <translation>Leave out of the plan</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Leave out</translation>
    </message>
</context>
<context>
    <name>LifeBar</name>
    <message>
        <source>State: {state}</source>
        <translation>State: {state}</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Number, title, text, source</source>
        <translation>Number, title, text, source</translation>
    </message>
    <message>
        <source>Search evidence</source>
        <translation>Search evidence</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <comment>supported by an item</comment>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkList</name>
    <message>
        <source>Open {what}</source>
        <translation>Open {what}</translation>
    </message>
    <message>
        <source>Take away {what}</source>
        <translation>Take away {what}</translation>
    </message>
</context>
<context>
    <name>LinkPicker</name>
    <message>
        <source>What {number} supports</source>
        <translation>What {number} supports</translation>
    </message>
    <message>
        <source>One item may support many answers and findings.</source>
        <translation>One item may support many answers and findings.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search in both languages</source>
        <translation>Search in both languages</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>No row fits the search and the filters.</source>
        <translation>No row fits the search and the filters.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
</context>
<context>
    <name>ListsPart</name>
    <message>
        <source>Lists</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>Values of the list</source>
        <translation>Values of the list</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>Add a value</translation>
    </message>
    <message>
        <source>Add a value to this list</source>
        <translation>Add a value to this list</translation>
    </message>
    <message>
        <source>Your own names and values hold for this audit. A value that is no longer offered stays readable where it was used.</source>
        <translation>Your own names and values hold for this audit. A value that is no longer offered stays readable where it was used.</translation>
    </message>
    <message>
        <source>Reading the lists …</source>
        <translation>Reading the lists …</translation>
    </message>
    <message>
        <source>({n} own)</source>
        <translation>({n} own)</translation>
    </message>
    <message>
        <source>Name ({language})</source>
        <translation>Name ({language})</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Offered</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Audit files</source>
        <translation>Audit files</translation>
    </message>
    <message>
        <source>Open an audit</source>
        <translation>Open an audit</translation>
    </message>
    <message>
        <source>Building the example audit</source>
        <translation>Building the example audit</translation>
    </message>
    <message>
        <source>Off the list; the file stays where it is</source>
        <translation>Off the list; the file stays where it is</translation>
    </message>
    <message>
        <source>The settings file was damaged; it was put aside and the defaults apply.</source>
        <translation>The settings file was damaged; it was put aside and the defaults apply.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>All audits</source>
        <translation>All audits</translation>
    </message>
    <message>
        <source>Open the example audit</source>
        <translation>Open the example audit</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>About and keys</source>
        <translation>About and keys</translation>
    </message>
    <message>
        <source>Search criteria and terms for “{words}”</source>
        <translation>Search criteria and terms for “{words}”</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>Columns and fields</source>
        <translation>Columns and fields</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>Mapped</translation>
    </message>
    <message>
        <source>Only fields that have a column</source>
        <translation>Only fields that have a column</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>and (time of day in a column of its own)</source>
        <translation>and (time of day in a column of its own)</translation>
    </message>
    <message>
        <source>Second column</source>
        <translation>Second column</translation>
    </message>
    <message>
        <source>Back to the files</source>
        <translation>Back to the files</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>— not mapped —</source>
        <translation>— not mapped —</translation>
    </message>
    <message>
        <source>— none —</source>
        <translation>— none —</translation>
    </message>
    <message>
        <source>For example: {values}</source>
        <translation>For example: {values}</translation>
    </message>
    <message>
        <source>in minutes, hours or days by the column&apos;s name</source>
        <translation>in minutes, hours or days by the column&apos;s name</translation>
    </message>
    <message>
        <source>becomes a pseudonym</source>
        <translation>becomes a pseudonym</translation>
    </message>
    <message>
        <source>numbers of persons are masked</source>
        <translation>numbers of persons are masked</translation>
    </message>
    <message>
        <source>Without a column: {fields}</source>
        <translation>Without a column: {fields}</translation>
    </message>
    <message>
        <source>Columns that are not taken: {columns}</source>
        <translation>Columns that are not taken: {columns}</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>needed</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>as last time</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>not asked here</source>
        <translation>not asked here</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>not answered</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
</context>
<context>
    <name>MatrixPane</name>
    <message>
        <source>Packs of the units</source>
        <translation>Packs of the units</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Matrix of questions and units</source>
        <translation>Matrix of questions and units</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>The program ended unexpectedly last time</source>
        <translation>The program ended unexpectedly last time</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Something went wrong in the program</translation>
    </message>
    <message>
        <source>Every change that was shown as saved is in the audit file. The report below says where in the program it happened; it holds nothing from your audits. Please send it to support.</source>
        <translation>Every change that was shown as saved is in the audit file. The report below says where in the program it happened; it holds nothing from your audits. Please send it to support.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Open log folder</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
</context>
<context>
    <name>MethodPane</name>
    <message>
        <source>Method</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Copy the SQL</source>
        <translation>Copy the SQL</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>{rule}, version {n}</source>
        <translation>{rule}, version {n}</translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation>What it asks</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formula</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Threshold</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Measured</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>rules on the whole process</source>
        <translation>rules on the whole process</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>as the rule says</source>
        <translation>as the rule says</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Choices</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Extract (SHA-256)</source>
        <translation>Extract (SHA-256)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>as the SQL below counts</source>
        <translation>as the SQL below counts</translation>
    </message>
    <message>
        <source>tickets that pass / (pass + fail)</source>
        <translation>tickets that pass / (pass + fail)</translation>
    </message>
    <message>
        <source>tickets that fail / (pass + fail)</source>
        <translation>tickets that fail / (pass + fail)</translation>
    </message>
    <message>
        <source>{n} tickets, in {unit}: median {median}, mean {mean}, 90 % ≤ {p90}, 95 % ≤ {p95}, most {most}</source>
        <translation>{n} tickets, in {unit}: median {median}, mean {mean}, 90 % ≤ {p90}, 95 % ≤ {p95}, most {most}</translation>
    </message>
    <message>
        <source>Beside, never graded</source>
        <translation>Beside, never graded</translation>
    </message>
    <message>
        <source>SQL as it was run</source>
        <translation>SQL as it was run</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>SQL copied</source>
        <translation>SQL copied</translation>
    </message>
</context>
<context>
    <name>NewAuditDialog</name>
    <message>
        <source>What is not filled in takes its default</source>
        <translation>What is not filled in takes its default</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Title, number and you: that is enough to begin; the rest can follow.</source>
        <translation>Title, number and you: that is enough to begin; the rest can follow.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>What is audited: head office, branches, sites, outlets, vendors.</source>
        <translation>What is audited: head office, branches, sites, outlets, vendors.</translation>
    </message>
    <message>
        <source>Objectives and scope</source>
        <translation>Objectives and scope</translation>
    </message>
    <message>
        <source>Ready wordings in the audit&apos;s languages; change what does not fit.</source>
        <translation>Ready wordings in the audit&apos;s languages; change what does not fit.</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>What binds the auditee; by guidance alone grades stop at improvement.</source>
        <translation>What binds the auditee; by guidance alone grades stop at improvement.</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>When things happen, and when what is due.</source>
        <translation>When things happen, and when what is due.</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Who audits, who goes along, who answers.</source>
        <translation>Who audits, who goes along, who answers.</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Which questions are asked where. A pack is frozen into the file.</source>
        <translation>Which questions are asked where. A pack is frozen into the file.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Facts about the organisation take out what does not apply to it.</source>
        <translation>Facts about the organisation take out what does not apply to it.</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Assignment</translation>
    </message>
    <message>
        <source>Who audits and who reviews which part, by section and unit.</source>
        <translation>Who audits and who reviews which part, by section and unit.</translation>
    </message>
    <message numerus="yes">
        <source>%n units</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message>
        <source>New audit</source>
        <translation>New audit</translation>
    </message>
    <message>
        <source>Leave without making the audit? What you typed here is lost.</source>
        <translation>Leave without making the audit? What you typed here is lost.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Create the audit</source>
        <translation>Create the audit</translation>
    </message>
</context>
<context>
    <name>NewAuditStart</name>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Title in the second language</source>
        <translation>Title in the second language</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Main language</source>
        <translation>Main language</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>Second language</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>Jurisdiction</translation>
    </message>
    <message>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message>
        <source>First unit</source>
        <translation>First unit</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Letters, such as LI</source>
        <translation>Letters, such as LI</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Path of the audit file</source>
        <translation>Path of the audit file</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>One file holds the whole audit. It can be copied and mailed.</source>
        <translation>One file holds the whole audit. It can be copied and mailed.</translation>
    </message>
</context>
<context>
    <name>NewClockDialog</name>
    <message>
        <source>Add a clock</source>
        <translation>Add a clock</translation>
    </message>
    <message>
        <source>Limit for all tickets</source>
        <translation>Limit for all tickets</translation>
    </message>
    <message>
        <source>30 min, 2 h, 15 days, 3 wd</source>
        <translation>30 min, 2 h, 15 days, 3 wd</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>It is run like any rule. Until its limits have a source its results are marked as template.</source>
        <translation>It is run like any rule. Until its limits have a source its results are marked as template.</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Type the record first.</source>
        <translation>Type the record first.</translation>
    </message>
</context>
<context>
    <name>OptionsCard</name>
    <message>
        <source>Final: the audit is issued</source>
        <translation>Final: the audit is issued</translation>
    </message>
    <message>
        <source>Draft: not issued yet</source>
        <translation>Draft: not issued yet</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Masked</translation>
    </message>
    <message>
        <source>Unmasked</source>
        <translation>Unmasked</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Names of the auditee&apos;s people, telephone and identity numbers are replaced</source>
        <translation>Names of the auditee&apos;s people, telephone and identity numbers are replaced</translation>
    </message>
    <message>
        <source>Everything prints as it was written</source>
        <translation>Everything prints as it was written</translation>
    </message>
    <message>
        <source>It prints with a mark; without this, texts that are missing stop the export</source>
        <translation>It prints with a mark; without this, texts that are missing stop the export</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>Open register</source>
        <translation>Open register</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Open report</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>Write the files</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Folder for the files</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Clauses by unit</source>
        <translation>Clauses by unit</translation>
    </message>
    <message>
        <source>Conformity</source>
        <translation>Conformity</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alignment</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>all units</source>
        <translation>all units</translation>
    </message>
    <message>
        <source>all clauses</source>
        <translation>all clauses</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>{answered} of {asked} answered · {reviewed} reviewed</source>
        <translation>{answered} of {asked} answered · {reviewed} reviewed</translation>
    </message>
    <message>
        <source>Conformity (binding criteria)</source>
        <translation>Conformity (binding criteria)</translation>
    </message>
    <message>
        <source>Alignment with ISO 10002</source>
        <translation>Alignment with ISO 10002</translation>
    </message>
    <message>
        <source>⚑ capped at {limit} · {counts}</source>
        <translation>⚑ capped at {limit} · {counts}</translation>
    </message>
    <message>
        <source>not sufficient to conclude</source>
        <translation>not sufficient to conclude</translation>
    </message>
    <message>
        <source>Open actions</source>
        <translation>Open actions</translation>
    </message>
    <message>
        <source>{overdue} overdue · {verify} to verify</source>
        <translation>{overdue} overdue · {verify} to verify</translation>
    </message>
    <message>
        <source>Blocks the next stage</source>
        <translation>Blocks the next stage</translation>
    </message>
    <message>
        <source>All clauses</source>
        <translation>All clauses</translation>
    </message>
    <message>
        <source>nothing counts here</source>
        <translation>nothing counts here</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>{answered} of {applicable} answered, {unclear} not conclusive</source>
        <translation>{answered} of {applicable} answered, {unclear} not conclusive</translation>
    </message>
</context>
<context>
    <name>PackList</name>
    <message>
        <source>Search all questions</source>
        <translation>Search all questions</translation>
    </message>
    <message>
        <source>Search in both languages</source>
        <translation>Search in both languages</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Built in</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>My own</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>{shown} of {total} packs</source>
        <translation>{shown} of {total} packs</translation>
    </message>
    <message>
        <source>{n} questions in {packs} packs</source>
        <translation>{n} questions in {packs} packs</translation>
    </message>
</context>
<context>
    <name>PackPane</name>
    <message>
        <source>Its files cannot be read.</source>
        <translation>Its files cannot be read.</translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>version {n}</translation>
    </message>
    <message>
        <source>my own</source>
        <translation>my own</translation>
    </message>
    <message>
        <source>built in, read only</source>
        <translation>built in, read only</translation>
    </message>
    <message>
        <source>{n} questions</source>
        <translation>{n} questions</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>Copy and tailor …</source>
        <translation>Copy and tailor …</translation>
    </message>
    <message>
        <source>Make a pack of your own from this one</source>
        <translation>Make a pack of your own from this one</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Compare, export, delete</source>
        <translation>Compare, export, delete</translation>
    </message>
    <message>
        <source>Compare versions …</source>
        <translation>Compare versions …</translation>
    </message>
    <message>
        <source>Export as a workbook (Excel) …</source>
        <translation>Export as a workbook (Excel) …</translation>
    </message>
    <message>
        <source>Export as a bundle …</source>
        <translation>Export as a bundle …</translation>
    </message>
    <message>
        <source>Back to the saved version</source>
        <translation>Back to the saved version</translation>
    </message>
    <message>
        <source>Take off the list …</source>
        <translation>Take off the list …</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
</context>
<context>
    <name>PackReading</name>
    <message>
        <source>In figures</source>
        <translation>In figures</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>of the short selection</source>
        <translation>of the short selection</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Switched off</translation>
    </message>
    <message>
        <source>Hours, without sampled items</source>
        <translation>Hours, without sampled items</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>To be verified</translation>
    </message>
    <message>
        <source>Copied from</source>
        <translation>Copied from</translation>
    </message>
    <message>
        <source>Locked for copies</source>
        <translation>Locked for copies</translation>
    </message>
    <message>
        <source>Locked by the pack it was copied from</source>
        <translation>Locked by the pack it was copied from</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Short selection</source>
        <translation>Short selection</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>Locked parts: {n}</source>
        <translation>Locked parts: {n}</translation>
    </message>
    <message>
        <source>Draft. Still missing:</source>
        <translation>Draft. Still missing:</translation>
    </message>
    <message>
        <source>{part}: three points at least</source>
        <translation>{part}: three points at least</translation>
    </message>
    <message>
        <source>Makes any departure major</source>
        <translation>Makes any departure major</translation>
    </message>
    <message>
        <source>0, but weak</source>
        <translation>0, but weak</translation>
    </message>
    <message>
        <source>Planning and upkeep</source>
        <translation>Planning and upkeep</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{question} min, {item} min an item</source>
        <translation>{question} min, {item} min an item</translation>
    </message>
</context>
<context>
    <name>PacksPart</name>
    <message>
        <source>Packs of the units</source>
        <translation>Packs of the units</translation>
    </message>
    <message>
        <source>Who audits what</source>
        <translation>Who audits what</translation>
    </message>
    <message>
        <source>A pack is frozen into the audit: later editions change nothing here.</source>
        <translation>A pack is frozen into the audit: later editions change nothing here.</translation>
    </message>
    <message>
        <source>Add a pack …</source>
        <translation>Add a pack …</translation>
    </message>
    <message>
        <source>Freeze a pack of the library into this audit</source>
        <translation>Freeze a pack of the library into this audit</translation>
    </message>
    <message>
        <source>{title}: {n} questions</source>
        <translation>{title}: {n} questions</translation>
    </message>
</context>
<context>
    <name>PacksStep</name>
    <message>
        <source>Search packs, in either language</source>
        <translation>Search packs, in either language</translation>
    </message>
    <message>
        <source>Search packs</source>
        <translation>Search packs</translation>
    </message>
    <message>
        <source>The library is being read …</source>
        <translation>The library is being read …</translation>
    </message>
    <message>
        <source>Sector: {sector}</source>
        <translation>Sector: {sector}</translation>
    </message>
    <message>
        <source>All packs</source>
        <translation>All packs</translation>
    </message>
    <message>
        <source>No pack fits these words.</source>
        <translation>No pack fits these words.</translation>
    </message>
    <message>
        <source>{id}  {title} ({n} questions). {about}</source>
        <translation>{id}  {title} ({n} questions). {about}</translation>
    </message>
</context>
<context>
    <name>PacksWindow</name>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Reading the packs …</source>
        <translation>Reading the packs …</translation>
    </message>
    <message>
        <source>It takes a moment the first time.</source>
        <translation>It takes a moment the first time.</translation>
    </message>
    <message>
        <source>The packs cannot be read</source>
        <translation>The packs cannot be read</translation>
    </message>
    <message>
        <source>{pack} is off the list.</source>
        <translation>{pack} is off the list.</translation>
    </message>
    <message>
        <source>Take {pack} off the list?</source>
        <translation>Take {pack} off the list?</translation>
    </message>
    <message>
        <source>Audits that use it keep it. Its saved versions stay in your folder.</source>
        <translation>Audits that use it keep it. Its saved versions stay in your folder.</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Take off the list</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Audit trail</translation>
    </message>
    <message>
        <source>Criteria and terms</source>
        <translation>Criteria and terms</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>Restore a backup …</translation>
    </message>
    <message>
        <source>Create backup now</source>
        <translation>Create backup now</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>New audit</source>
        <translation>New audit</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>First page</source>
        <translation>First page</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>The whole page in sight</source>
        <translation>The whole page in sight</translation>
    </message>
    <message>
        <source>As wide as there is room</source>
        <translation>As wide as there is room</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>of {total}</translation>
    </message>
    <message>
        <source>Page {page} of {total}</source>
        <translation>Page {page} of {total}</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>{found} found, {chosen} chosen</source>
        <translation>{found} found, {chosen} chosen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search by number or words, in both languages</source>
        <translation>Search by number or words, in both languages</translation>
    </message>
    <message>
        <source>What can be chosen</source>
        <translation>What can be chosen</translation>
    </message>
</context>
<context>
    <name>PlanAdoption</name>
    <message>
        <source>Proof that the standard was adopted</source>
        <translation>Proof that the standard was adopted</translation>
    </message>
    <message>
        <source>ISO 10002 is guidance. It binds where management has adopted it: by a document, from a date, for clauses and units.</source>
        <translation>ISO 10002 is guidance. It binds where management has adopted it: by a document, from a date, for clauses and units.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Such as: Decision 2025-12</source>
        <translation>Such as: Decision 2025-12</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Choose or drop …</source>
        <translation>Choose or drop …</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>Such as: 4-8 or 5.2, 7.1-7.9</source>
        <translation>Such as: 4-8 or 5.2, 7.1-7.9</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Record the proof</source>
        <translation>Record the proof</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Decision of the plan</source>
        <translation>Decision of the plan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>Reason of the decision</translation>
    </message>
</context>
<context>
    <name>PlanDates</name>
    <message>
        <source>Period audited, from</source>
        <translation>Period audited, from</translation>
    </message>
    <message>
        <source>to</source>
        <translation>to</translation>
    </message>
    <message>
        <source>On site, from</source>
        <translation>On site, from</translation>
    </message>
    <message>
        <source>Closing meeting</source>
        <translation>Closing meeting</translation>
    </message>
    <message>
        <source>Report due</source>
        <translation>Report due</translation>
    </message>
    <message>
        <source>Action plan due</source>
        <translation>Action plan due</translation>
    </message>
</context>
<context>
    <name>PlanFacts</name>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>Jurisdiction</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>Second language</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Classification</translation>
    </message>
    <message>
        <source>Set of terms</source>
        <translation>Set of terms</translation>
    </message>
    <message>
        <source>The words of screens, register and report in this audit</source>
        <translation>The words of screens, register and report in this audit</translation>
    </message>
</context>
<context>
    <name>PlanLeaveOutDialog</name>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Note for the report (needed for another reason)</source>
        <translation>Note for the report (needed for another reason)</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Packs and assignment</source>
        <translation>Packs and assignment</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selection</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>PlanProposalDialog</name>
    <message>
        <source>Proposed selection</source>
        <translation>Proposed selection</translation>
    </message>
    <message>
        <source>Last audit …</source>
        <translation>Last audit …</translation>
    </message>
    <message>
        <source>Reason recorded</source>
        <translation>Reason recorded</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>PlanRule</name>
    <message>
        <source>Take out of use</source>
        <translation>Take out of use</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Such as: Customer complaint procedure</source>
        <translation>Such as: Customer complaint procedure</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>Wording in the second language</source>
        <translation>Wording in the second language</translation>
    </message>
    <message>
        <source>Serves these clauses and questions</source>
        <translation>Serves these clauses and questions</translation>
    </message>
    <message>
        <source>Type a number or a word, in either language; Return adds the first</source>
        <translation>Type a number or a word, in either language; Return adds the first</translation>
    </message>
    <message>
        <source>Found clauses and questions</source>
        <translation>Found clauses and questions</translation>
    </message>
    <message>
        <source>Linked clauses and questions</source>
        <translation>Linked clauses and questions</translation>
    </message>
    <message>
        <source>Del takes a link away</source>
        <translation>Del takes a link away</translation>
    </message>
</context>
<context>
    <name>PlanUpgradeDialog</name>
    <message>
        <source>Keep all results</source>
        <translation>Keep all results</translation>
    </message>
    <message>
        <source>Judge all again</source>
        <translation>Judge all again</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>What is wrong or missing</source>
        <translation>What is wrong or missing</translation>
    </message>
    <message>
        <source>To correct before saving: {wrong} · to look at: {warnings}</source>
        <translation>To correct before saving: {wrong} · to look at: {warnings}</translation>
    </message>
</context>
<context>
    <name>ProfilePart</name>
    <message>
        <source>What is not known hides nothing. Results already given stay in the file.</source>
        <translation>What is not known hides nothing. Results already given stay in the file.</translation>
    </message>
    <message>
        <source>Show what is not asked</source>
        <translation>Show what is not asked</translation>
    </message>
    <message>
        <source>The questions that are not asked, and why</source>
        <translation>The questions that are not asked, and why</translation>
    </message>
    <message>
        <source>Nothing to state</source>
        <translation>Nothing to state</translation>
    </message>
    <message>
        <source>The packs in use ask for no facts about the organisation.</source>
        <translation>The packs in use ask for no facts about the organisation.</translation>
    </message>
    <message>
        <source>Asked: {n} questions</source>
        <translation>Asked: {n} questions</translation>
    </message>
    <message>
        <source>do not apply: {n}</source>
        <translation>do not apply: {n}</translation>
    </message>
    <message>
        <source>left out by the plan: {n}</source>
        <translation>left out by the plan: {n}</translation>
    </message>
    <message>
        <source>Questions that depend on it: {n}. Asked as long as it is not known.</source>
        <translation>Questions that depend on it: {n}. Asked as long as it is not known.</translation>
    </message>
    <message>
        <source>Questions that depend on it: {n}. Not asked now, over all units: {hides}.</source>
        <translation>Questions that depend on it: {n}. Not asked now, over all units: {hides}.</translation>
    </message>
    <message>
        <source>Questions that depend on it: {n}. All are asked.</source>
        <translation>Questions that depend on it: {n}. All are asked.</translation>
    </message>
</context>
<context>
    <name>ProfileStep</name>
    <message>
        <source>Plan seven hours for each auditor on each weekday on site; change them later</source>
        <translation>Plan seven hours for each auditor on each weekday on site; change them later</translation>
    </message>
    <message>
        <source>Questions that depend on it: {n}</source>
        <translation>Questions that depend on it: {n}</translation>
    </message>
    <message>
        <source>The library is being read …</source>
        <translation>The library is being read …</translation>
    </message>
    <message>
        <source>The chosen packs ask for no facts about the organisation.</source>
        <translation>The chosen packs ask for no facts about the organisation.</translation>
    </message>
    <message>
        <source>Enter the on-site dates under Dates first</source>
        <translation>Enter the on-site dates under Dates first</translation>
    </message>
</context>
<context>
    <name>ProposalDialog</name>
    <message>
        <source>Take over</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>{asked} questions fit: {planned} of {hours} hours. {out} do not fit.</source>
        <translation>{asked} questions fit: {planned} of {hours} hours. {out} do not fit.</translation>
    </message>
    <message>
        <source>Against the plan as it stands: {leave} left out, {ask} asked again.</source>
        <translation>Against the plan as it stands: {leave} left out, {ask} asked again.</translation>
    </message>
    <message>
        <source>The plan as it stands is already the proposal.</source>
        <translation>The plan as it stands is already the proposal.</translation>
    </message>
    <message>
        <source>Name the last audit&apos;s file and its findings count too.</source>
        <translation>Name the last audit&apos;s file and its findings count too.</translation>
    </message>
    <message>
        <source>Findings of {name} count.</source>
        <translation>Findings of {name} count.</translation>
    </message>
    <message>
        <source>Changes {n}</source>
        <translation>Changes {n}</translation>
    </message>
    <message>
        <source>Left out {n}</source>
        <translation>Left out {n}</translation>
    </message>
    <message>
        <source>Asked {n}</source>
        <translation>Asked {n}</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>ask</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>leave out</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Wording</translation>
    </message>
</context>
<context>
    <name>ProposalLine</name>
    <message>
        <source>Show the result of {rule}</source>
        <translation>Show the result of {rule}</translation>
    </message>
    <message>
        <source>as answered</source>
        <translation>as answered</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Answer with what the test proposes, its figures as evidence</source>
        <translation>Answer with what the test proposes, its figures as evidence</translation>
    </message>
    <message>
        <source>{n} of {total} tickets fail ({share})</source>
        <translation>{n} of {total} tickets fail ({share})</translation>
    </message>
    <message>
        <source>{n} cannot be tested</source>
        <translation>{n} cannot be tested</translation>
    </message>
</context>
<context>
    <name>ProposalStrip</name>
    <message>
        <source>{question}: taken over from {rule}</source>
        <translation>{question}: taken over from {rule}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Proposing</name>
    <message>
        <source>Enter the team&apos;s hours first: the proposal fits them.</source>
        <translation>Enter the team&apos;s hours first: the proposal fits them.</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>Audits</translation>
    </message>
    <message>
        <source>The last audit</source>
        <translation>The last audit</translation>
    </message>
    <message>
        <source>Selection taken over: {leave} left out, {ask} asked again.</source>
        <translation>Selection taken over: {leave} left out, {ask} asked again.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>What is asked</source>
        <translation>What is asked</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>What to look for</translation>
    </message>
    <message>
        <source>Against which criteria</source>
        <translation>Against which criteria</translation>
    </message>
    <message>
        <source>How to grade</source>
        <translation>How to grade</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Planning and upkeep</source>
        <translation>Planning and upkeep</translation>
    </message>
    <message>
        <source>Nothing is sampled</source>
        <translation>Nothing is sampled</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Criteria of the question</source>
        <translation>Criteria of the question</translation>
    </message>
    <message>
        <source>Take these</source>
        <translation>Take these</translation>
    </message>
</context>
<context>
    <name>QuestionPane</name>
    <message>
        <source>Note: what you saw and heard, as it was said</source>
        <translation>Note: what you saw and heard, as it was said</translation>
    </message>
    <message>
        <source>Raise finding</source>
        <translation>Raise finding</translation>
    </message>
    <message>
        <source>Raise a finding prefilled from this question</source>
        <translation>Raise a finding prefilled from this question</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>Previous question</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Next question</translation>
    </message>
    <message>
        <source>Add the rule …</source>
        <translation>Add the rule …</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>Matrix of questions and units</source>
        <translation>Matrix of questions and units</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>Second language</translation>
    </message>
    <message>
        <source>Interview: question and note only</source>
        <translation>Interview: question and note only</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>History of this answer</source>
        <translation>History of this answer</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>The pack cannot be read</source>
        <translation>The pack cannot be read</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Whole question</source>
        <translation>Whole question</translation>
    </message>
</context>
<context>
    <name>QuestionTree</name>
    <message>
        <source>About this pack</source>
        <translation>About this pack</translation>
    </message>
</context>
<context>
    <name>QuestionWords</name>
    <message>
        <source>Conforming</source>
        <translation>Conforming</translation>
    </message>
    <message>
        <source>Improvement</source>
        <translation>Improvement</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>Not conclusive</source>
        <translation>Not conclusive</translation>
    </message>
    <message>
        <source>core</source>
        <translation>core</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>population: {words}</source>
        <translation>population: {words}</translation>
    </message>
    <message>
        <source>strata: {words}</source>
        <translation>strata: {words}</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>Minor and major count as improvement here.</source>
        <translation>Minor and major count as improvement here.</translation>
    </message>
    <message>
        <source>Counts as improvement, fulfilment {degree}: {severer}, if adopted.</source>
        <translation>Counts as improvement, fulfilment {degree}: {severer}, if adopted.</translation>
    </message>
    <message>
        <source>would be, if adopted; counts as {result}, fulfilment {degree}</source>
        <translation>would be, if adopted; counts as {result}, fulfilment {degree}</translation>
    </message>
</context>
<context>
    <name>QuestionsPane</name>
    <message>
        <source>Number or words</source>
        <translation>Number or words</translation>
    </message>
    <message>
        <source>Search the questions</source>
        <translation>Search the questions</translation>
    </message>
    <message>
        <source>Propose a selection …</source>
        <translation>Propose a selection …</translation>
    </message>
    <message>
        <source>What fits the team&apos;s hours, by risk: shown first, taken over as one step</source>
        <translation>What fits the team&apos;s hours, by risk: shown first, taken over as one step</translation>
    </message>
    <message>
        <source>Leave out …</source>
        <translation>Leave out …</translation>
    </message>
    <message>
        <source>Leave the chosen questions out, with a reason</source>
        <translation>Leave the chosen questions out, with a reason</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Take the chosen questions back into the plan</source>
        <translation>Take the chosen questions back into the plan</translation>
    </message>
    <message>
        <source>Questions of the plan</source>
        <translation>Questions of the plan</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>core</source>
        <translation>core</translation>
    </message>
    <message>
        <source>weight {n}</source>
        <translation>weight {n}</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Not asked</translation>
    </message>
    <message>
        <source>Answered, no longer asked</source>
        <translation>Answered, no longer asked</translation>
    </message>
    <message>
        <source>A condition hides them, or the plan leaves them out; the report says so.</source>
        <translation>A condition hides them, or the plan leaves them out; the report says so.</translation>
    </message>
    <message>
        <source>These results stay in the file and no longer count.</source>
        <translation>These results stay in the file and no longer count.</translation>
    </message>
    <message>
        <source>Choose a question to read it in full; Enter opens it in the checklist.</source>
        <translation>Choose a question to read it in full; Enter opens it in the checklist.</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>{n} chosen</translation>
    </message>
    <message>
        <source>{n} questions. The reason stands in the report.</source>
        <translation>{n} questions. The reason stands in the report.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>All audits</source>
        <translation>All audits</translation>
    </message>
</context>
<context>
    <name>RaiseFindingDialog</name>
    <message>
        <source>Whole organization</source>
        <translation>Whole organization</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Raise</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>The strongest force among them limits the grade.</source>
        <translation>The strongest force among them limits the grade.</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>Cite</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>{n} chosen</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>Raise a finding</source>
        <translation>Raise a finding</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>What was found: facts, numbers, where, when</source>
        <translation>What was found: facts, numbers, where, when</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grade</translation>
    </message>
</context>
<context>
    <name>ReasonsPane</name>
    <message>
        <source>Reasons</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Map it</source>
        <translation>Map it</translation>
    </message>
    <message>
        <source>Go to the mapping of columns; a new import tests it</source>
        <translation>Go to the mapping of columns; a new import tests it</translation>
    </message>
    <message>
        <source>Show its exceptions</source>
        <translation>Show its exceptions</translation>
    </message>
    <message>
        <source>Only the exceptions with this reason</source>
        <translation>Only the exceptions with this reason</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>fail</translation>
    </message>
    <message>
        <source>cannot test</source>
        <translation>cannot test</translation>
    </message>
    <message>
        <source>noted beside</source>
        <translation>noted beside</translation>
    </message>
    <message>
        <source>No column for {fields}: what rests on it cannot be tested.</source>
        <translation>No column for {fields}: what rests on it cannot be tested.</translation>
    </message>
</context>
<context>
    <name>ReconcilePart</name>
    <message>
        <source>Whole</source>
        <translation>Whole</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>How finely</source>
        <translation>How finely</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Paste figures from a spreadsheet</source>
        <translation>Paste figures from a spreadsheet</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>From a file …</translation>
    </message>
    <message>
        <source>A report with month, channel and number</source>
        <translation>A report with month, channel and number</translation>
    </message>
    <message>
        <source>Reconciled</source>
        <translation>Reconciled</translation>
    </message>
    <message>
        <source>Take the verdict back</source>
        <translation>Take the verdict back</translation>
    </message>
    <message>
        <source>Counted and told figures</source>
        <translation>Counted and told figures</translation>
    </message>
    <message>
        <source>Type the auditee&apos;s own figures, or paste them: month, channel and number in columns, or numbers alone from the chosen row down. An empty cell is not told.</source>
        <translation>Type the auditee&apos;s own figures, or paste them: month, channel and number in columns, or numbers alone from the chosen row down. An empty cell is not told.</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Reading {file}</translation>
    </message>
    <message>
        <source>no figure of the auditee yet</source>
        <translation>no figure of the auditee yet</translation>
    </message>
    <message>
        <source>figures differ</source>
        <translation>figures differ</translation>
    </message>
    <message>
        <source>gaps in numbers without an explanation</source>
        <translation>gaps in numbers without an explanation</translation>
    </message>
    <message>
        <source>All told figures agree: confirm it.</source>
        <translation>All told figures agree: confirm it.</translation>
    </message>
    <message>
        <source>“{text}” is no number of tickets</source>
        <translation>“{text}” is no number of tickets</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;All files (*)</source>
        <translation>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;All files (*)</translation>
    </message>
    <message>
        <source>The auditee&apos;s figures</source>
        <translation>The auditee&apos;s figures</translation>
    </message>
    <message>
        <source>Reconciled all the same?</source>
        <translation>Reconciled all the same?</translation>
    </message>
    <message>
        <source>The figures alone do not say so ({reasons}). Say what else does.</source>
        <translation>The figures alone do not say so ({reasons}). Say what else does.</translation>
    </message>
</context>
<context>
    <name>ReferenceWindow</name>
    <message>
        <source>Criteria and terms</source>
        <translation>Criteria and terms</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossary</translation>
    </message>
    <message>
        <source>Ambiguities</source>
        <translation>Ambiguities</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Reading the library …</source>
        <translation>Reading the library …</translation>
    </message>
    <message>
        <source>It takes a moment the first time.</source>
        <translation>It takes a moment the first time.</translation>
    </message>
    <message>
        <source>The library cannot be read</source>
        <translation>The library cannot be read</translation>
    </message>
    <message>
        <source>The library has no entry for this any more.</source>
        <translation>The library has no entry for this any more.</translation>
    </message>
</context>
<context>
    <name>Rendering</name>
    <message>
        <source>Laying out the report</source>
        <translation>Laying out the report</translation>
    </message>
</context>
<context>
    <name>ReportOptions</name>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Names and numbers of persons print in full. Give these files only to those who may see them.</source>
        <translation>Names and numbers of persons print in full. Give these files only to those who may see them.</translation>
    </message>
    <message>
        <source>Main language where a text is missing</source>
        <translation>Main language where a text is missing</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Register (xlsx)</source>
        <translation>Register (xlsx)</translation>
    </message>
    <message>
        <source>Report (pdf)</source>
        <translation>Report (pdf)</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Before the report is issued</source>
        <translation>Before the report is issued</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Write the conclusion</source>
        <translation>Write the conclusion</translation>
    </message>
    <message>
        <source>Sign and issue</source>
        <translation>Sign and issue</translation>
    </message>
    <message>
        <source>The folder already holds {names}. Replace?</source>
        <translation>The folder already holds {names}. Replace?</translation>
    </message>
    <message>
        <source>Replace files</source>
        <translation>Replace files</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Reading the open questions of sources</source>
        <translation>Reading the open questions of sources</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Issue</translation>
    </message>
</context>
<context>
    <name>ReportPages</name>
    <message>
        <source>Page number</source>
        <translation>Page number</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Page of the report</source>
        <translation>Page of the report</translation>
    </message>
</context>
<context>
    <name>ReportSigning</name>
    <message>
        <source>Sign-offs of the whole audit</source>
        <translation>Sign-offs of the whole audit</translation>
    </message>
    <message>
        <source>Final numbers</source>
        <translation>Final numbers</translation>
    </message>
    <message>
        <source>Give final numbers</source>
        <translation>Give final numbers</translation>
    </message>
    <message>
        <source>State of the audit</source>
        <translation>State of the audit</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message>
        <source>This rule measures no value.</source>
        <translation>This rule measures no value.</translation>
    </message>
    <message>
        <source>clause {clause}</source>
        <translation>clause {clause}</translation>
    </message>
    <message>
        <source>threshold {limit}</source>
        <translation>threshold {limit}</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>fail</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>pass</translation>
    </message>
    <message>
        <source>running</source>
        <translation>running</translation>
    </message>
    <message>
        <source>cannot test</source>
        <translation>cannot test</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>not applicable</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribution</translation>
    </message>
    <message>
        <source>Systemic causes</source>
        <translation>Systemic causes</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>Breakdown</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>median</source>
        <translation>median</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>mean</translation>
    </message>
    <message>
        <source>90 %</source>
        <translation>90 %</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>most</source>
        <translation>most</translation>
    </message>
    <message>
        <source>{n} tickets measured</source>
        <translation>{n} tickets measured</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>New rule of the auditee</source>
        <translation>New rule of the auditee</translation>
    </message>
    <message>
        <source>It is saved as soon as it has a document; then each field on leaving.</source>
        <translation>It is saved as soon as it has a document; then each field on leaving.</translation>
    </message>
    <message>
        <source>Saved. It can be cited in findings now.</source>
        <translation>Saved. It can be cited in findings now.</translation>
    </message>
    <message>
        <source>A template is no criterion until a source document replaces it.</source>
        <translation>A template is no criterion until a source document replaces it.</translation>
    </message>
    <message>
        <source>Saved. Link it to the clauses or questions that it serves.</source>
        <translation>Saved. Link it to the clauses or questions that it serves.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Choose or drop it: it becomes evidence and is linked to the rule</source>
        <translation>Choose or drop it: it becomes evidence and is linked to the rule</translation>
    </message>
    <message>
        <source>File of the document</source>
        <translation>File of the document</translation>
    </message>
</context>
<context>
    <name>RunDialog</name>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Rules on the whole process</source>
        <translation>Rules on the whole process</translation>
    </message>
    <message>
        <source>{n} rules chosen</source>
        <translation>{n} rules chosen</translation>
    </message>
    <message>
        <source>As each rule says</source>
        <translation>As each rule says</translation>
    </message>
    <message>
        <source>Monday to Friday, no holidays</source>
        <translation>Monday to Friday, no holidays</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>SecondPart</name>
    <message>
        <source>No contact sample in this extract</source>
        <translation>No contact sample in this extract</translation>
    </message>
    <message>
        <source>Complaints that were never recorded cannot be found among the tickets. Take a sample of calls, chats or letters, mark what is a complaint, and import it together with the tickets.</source>
        <translation>Complaints that were never recorded cannot be found among the tickets. Take a sample of calls, chats or letters, mark what is a complaint, and import it together with the tickets.</translation>
    </message>
    <message>
        <source>Import with a contact sample</source>
        <translation>Import with a contact sample</translation>
    </message>
    <message>
        <source>Hold the contact sample against the tickets</source>
        <translation>Hold the contact sample against the tickets</translation>
    </message>
    <message>
        <source>R-001: each contact that you called a complaint needs a ticket, by contact number or by customer within 24 hours. The other way round, tickets without a contact are counted.</source>
        <translation>R-001: each contact that you called a complaint needs a ticket, by contact number or by customer within 24 hours. The other way round, tickets without a contact are counted.</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>Match again</source>
        <translation>Match again</translation>
    </message>
    <message>
        <source>Complaints without a ticket</source>
        <translation>Complaints without a ticket</translation>
    </message>
    <message>
        <source>Matching contacts</source>
        <translation>Matching contacts</translation>
    </message>
    <message>
        <source>{matched} of {sampled} sampled complaints were recorded ({share}): {contact} found by contact number, {customer} by customer within 24 hours.</source>
        <translation>{matched} of {sampled} sampled complaints were recorded ({share}): {contact} found by contact number, {customer} by customer within 24 hours.</translation>
    </message>
    <message>
        <source>The other way round: {without} of {looked} tickets of these channels and days have no contact in the other source.</source>
        <translation>The other way round: {without} of {looked} tickets of these channels and days have no contact in the other source.</translation>
    </message>
    <message>
        <source>{count} contacts could not be tested.</source>
        <translation>{count} contacts could not be tested.</translation>
    </message>
</context>
<context>
    <name>SecondSource</name>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Contact without a ticket</source>
        <translation>Contact without a ticket</translation>
    </message>
    <message>
        <source>At</source>
        <translation>At</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
</context>
<context>
    <name>SelectionPart</name>
    <message>
        <source>That is no number. Enter hours as 7 or 6.5.</source>
        <translation>That is no number. Enter hours as 7 or 6.5.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Enter your name and code first: every change is kept under them.</source>
        <translation>Enter your name and code first: every change is kept under them.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Enter both, name and code, or neither.</source>
        <translation>Enter both, name and code, or neither.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>At most, for each audit</source>
        <translation>At most, for each audit</translation>
    </message>
    <message>
        <source>Twice the size of the audit file</source>
        <translation>Twice the size of the audit file</translation>
    </message>
    <message>
        <source>Who I am</source>
        <translation>Who I am</translation>
    </message>
    <message>
        <source>Your name stands on working papers. Your code becomes part of the numbers of evidence and findings, so that two auditors never give the same number.</source>
        <translation>Your name stands on working papers. Your code becomes part of the numbers of evidence and findings, so that two auditors never give the same number.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Up to 8 letters or digits, ending in a letter, such as ZJ</source>
        <translation>Up to 8 letters or digits, ending in a letter, such as ZJ</translation>
    </message>
</context>
<context>
    <name>SignStrip</name>
    <message>
        <source>edited since</source>
        <translation>edited since</translation>
    </message>
    <message>
        <source>edited after review</source>
        <translation>edited after review</translation>
    </message>
    <message>
        <source>Somebody else reviews: this answer is your own work</source>
        <translation>Somebody else reviews: this answer is your own work</translation>
    </message>
    <message>
        <source>Mark as prepared by you</source>
        <translation>Mark as prepared by you</translation>
    </message>
    <message>
        <source>Mark as reviewed by you</source>
        <translation>Mark as reviewed by you</translation>
    </message>
    <message>
        <source>The answer was changed after this; mark it again</source>
        <translation>The answer was changed after this; mark it again</translation>
    </message>
</context>
<context>
    <name>SigningPane</name>
    <message>
        <source>nobody yet</source>
        <translation>nobody yet</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Sign again</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>edited after this sign-off</source>
        <translation>edited after this sign-off</translation>
    </message>
    <message>
        <source>{numbered} of {findings} findings have their final number.</source>
        <translation>{numbered} of {findings} findings have their final number.</translation>
    </message>
    <message>
        <source>There is no finding.</source>
        <translation>There is no finding.</translation>
    </message>
    <message>
        <source>The team leader&apos;s step at consolidation; numbers given before stay</source>
        <translation>The team leader&apos;s step at consolidation; numbers given before stay</translation>
    </message>
    <message>
        <source>Give final numbers</source>
        <translation>Give final numbers</translation>
    </message>
    <message>
        <source>Now: {state}</source>
        <translation>Now: {state}</translation>
    </message>
    <message>
        <source>Issue the audit</source>
        <translation>Issue the audit</translation>
    </message>
</context>
<context>
    <name>SlaDialog</name>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Clocks</translation>
    </message>
    <message>
        <source>no source yet</source>
        <translation>no source yet</translation>
    </message>
    <message>
        <source>several sources</source>
        <translation>several sources</translation>
    </message>
    <message>
        <source>No limit of the auditee: the rule&apos;s own limits are used.</source>
        <translation>No limit of the auditee: the rule&apos;s own limits are used.</translation>
    </message>
    <message>
        <source>◇ {mark}: {n} of {all} limits have no source. Results are marked and stay out of proposals, scores and findings.</source>
        <translation>◇ {mark}: {n} of {all} limits have no source. Results are marked and stay out of proposals, scores and findings.</translation>
    </message>
    <message>
        <source>✓ All {all} limits have a source.</source>
        <translation>✓ All {all} limits have a source.</translation>
    </message>
    <message>
        <source>Tickets that no cell fits are not tested.</source>
        <translation>Tickets that no cell fits are not tested.</translation>
    </message>
    <message numerus="yes">
        <source>%n cells were not taken. </source>
        <translation>
            <numerusform>1 cell was not taken. </numerusform>
            <numerusform>%n cells were not taken. </numerusform>
        </translation>
    </message>
    <message>
        <source>No customer tier: {names}. These columns were left out.</source>
        <translation>No customer tier: {names}. These columns were left out.</translation>
    </message>
    <message>
        <source>Add clock …</source>
        <translation>Add clock …</translation>
    </message>
    <message>
        <source>A clock of the auditee that no rule knows</source>
        <translation>A clock of the auditee that no rule knows</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Take all limits of this clock out</source>
        <translation>Take all limits of this clock out</translation>
    </message>
    <message>
        <source>Limits by category and customer tier</source>
        <translation>Limits by category and customer tier</translation>
    </message>
    <message>
        <source>Paste from a sheet</source>
        <translation>Paste from a sheet</translation>
    </message>
    <message>
        <source>Categories down, tiers across, or a list with heads</source>
        <translation>Categories down, tiers across, or a list with heads</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Add category</source>
        <translation>Add category</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Article or section</source>
        <translation>Article or section</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Empty cells take the limit of all tiers or all categories (italic). “-” means none is laid down. Ctrl+Z takes a step back.</source>
        <translation>Empty cells take the limit of all tiers or all categories (italic). “-” means none is laid down. Ctrl+Z takes a step back.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Clock</translation>
    </message>
</context>
<context>
    <name>SlaWords</name>
    <message>
        <source>All tiers</source>
        <translation>All tiers</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Other</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>Which file holds the tickets?</source>
        <translation>Which file holds the tickets?</translation>
    </message>
    <message>
        <source>CSV, XLSX, XLS or ODS, as the system exported it. Drop it here, or choose it. Customers and staff become pseudonyms before anything is stored.</source>
        <translation>CSV, XLSX, XLS or ODS, as the system exported it. Drop it here, or choose it. Customers and staff become pseudonyms before anything is stored.</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Choose a file …</translation>
    </message>
    <message>
        <source>Another file …</source>
        <translation>Another file …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Next: map the columns</source>
        <translation>Next: map the columns</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Delimiter</translation>
    </message>
    <message>
        <source>Header in row</source>
        <translation>Header in row</translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation>Order of dates</translation>
    </message>
    <message>
        <source>Times without a zone are</source>
        <translation>Times without a zone are</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>The first rows</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>no file</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;All files (*)</source>
        <translation>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;All files (*)</translation>
    </message>
    <message>
        <source>Choose the file: {table}</source>
        <translation>Choose the file: {table}</translation>
    </message>
    <message>
        <source>{size} · {count} columns</source>
        <translation>{size} · {count} columns</translation>
    </message>
    <message>
        <source>By the contents</source>
        <translation>By the contents</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>Day, month, year</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>Month, day, year</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>Year, month, day</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Please choose</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>as written</translation>
    </message>
    <message>
        <source>The dates in “{columns}” can be read with day or month first. Say which.</source>
        <translation>The dates in “{columns}” can be read with day or month first. Say which.</translation>
    </message>
    <message>
        <source>An event log: {count} rows a ticket are folded into one ticket.</source>
        <translation>An event log: {count} rows a ticket are folded into one ticket.</translation>
    </message>
    <message>
        <source>There is no row below the header. Is it in the right row?</source>
        <translation>There is no row below the header. Is it in the right row?</translation>
    </message>
    <message>
        <source>The first {count} rows; columns that name persons show only their form.</source>
        <translation>The first {count} rows; columns that name persons show only their form.</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Comma  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Semicolon  ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>Bar  |</translation>
    </message>
    <message>
        <source>Looking at {file}</source>
        <translation>Looking at {file}</translation>
    </message>
</context>
<context>
    <name>StartStep</name>
    <message>
        <source>Such as: Hangzhou branch, complaint handling</source>
        <translation>Such as: Hangzhou branch, complaint handling</translation>
    </message>
    <message>
        <source>Left empty: the organisation</source>
        <translation>Left empty: the organisation</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Any</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Choose the folder and the name of the file</source>
        <translation>Choose the folder and the name of the file</translation>
    </message>
    <message>
        <source>Give the audit a title.</source>
        <translation>Give the audit a title.</translation>
    </message>
    <message>
        <source>Give the audit a number.</source>
        <translation>Give the audit a number.</translation>
    </message>
    <message>
        <source>Give your name: every change is kept under it.</source>
        <translation>Give your name: every change is kept under it.</translation>
    </message>
    <message>
        <source>The folder of the file is not there. Choose another one.</source>
        <translation>The folder of the file is not there. Choose another one.</translation>
    </message>
    <message>
        <source>Give your code: it becomes part of the numbers of your evidence.</source>
        <translation>Give your code: it becomes part of the numbers of your evidence.</translation>
    </message>
    <message>
        <source>Title ({language})</source>
        <translation>Title ({language})</translation>
    </message>
    <message>
        <source>Audit files</source>
        <translation>Audit files</translation>
    </message>
    <message>
        <source>The audit file</source>
        <translation>The audit file</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>All changes are saved</source>
        <translation>All changes are saved</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>saved {time}</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>{state}: {missing}</source>
        <translation>{state}: {missing}</translation>
    </message>
    <message>
        <source>Still needed — {what}</source>
        <translation>Still needed — {what}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>The auditee&apos;s statement; the team may record it.</source>
        <translation>The auditee&apos;s statement; the team may record it.</translation>
    </message>
    <message>
        <source>The audit team&apos;s step.</source>
        <translation>The audit team&apos;s step.</translation>
    </message>
</context>
<context>
    <name>TakeDialog</name>
    <message>
        <source>Import a pack</source>
        <translation>Import a pack</translation>
    </message>
    <message>
        <source>Nothing is written before you say so.</source>
        <translation>Nothing is written before you say so.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>What the file holds</translation>
    </message>
    <message>
        <source>Import under the id</source>
        <translation>Import under the id</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>You have {id}: the file becomes its next version.</source>
        <translation>You have {id}: the file becomes its next version.</translation>
    </message>
    <message>
        <source>{id} is built in: the file comes in under another id.</source>
        <translation>{id} is built in: the file comes in under another id.</translation>
    </message>
    <message>
        <source>To correct in the file first</source>
        <translation>To correct in the file first</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>To look at</translation>
    </message>
</context>
<context>
    <name>TeamPane</name>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>Take off the team</source>
        <translation>Take off the team</translation>
    </message>
    <message>
        <source>Take the person off the team</source>
        <translation>Take the person off the team</translation>
    </message>
    <message>
        <source>A code becomes part of the numbers of evidence and findings and stays. The auditee&apos;s people stand here too: they own actions and confirm facts.</source>
        <translation>A code becomes part of the numbers of evidence and findings and stays. The auditee&apos;s people stand here too: they own actions and confirm facts.</translation>
    </message>
    <message>
        <source>(you)</source>
        <translation>(you)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Up to 8 letters and digits that end with a letter</source>
        <translation>Up to 8 letters and digits that end with a letter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Telephone or e-mail</source>
        <translation>Telephone or e-mail</translation>
    </message>
</context>
<context>
    <name>TeamPart</name>
    <message>
        <source>You cannot take yourself off the team.</source>
        <translation>You cannot take yourself off the team.</translation>
    </message>
</context>
<context>
    <name>TeamSide</name>
    <message>
        <source>The audit team&apos;s side</source>
        <translation>The audit team&apos;s side</translation>
    </message>
    <message>
        <source>Assessment of the plan</source>
        <translation>Assessment of the plan</translation>
    </message>
    <message>
        <source>does it remove the cause?</source>
        <translation>does it remove the cause?</translation>
    </message>
    <message>
        <source>What the verification showed</source>
        <translation>What the verification showed</translation>
    </message>
    <message>
        <source>by the same test as before, on fresh cases</source>
        <translation>by the same test as before, on fresh cases</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Effectiveness check due</source>
        <translation>Effectiveness check due</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Judged by</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Reopened</translation>
    </message>
</context>
<context>
    <name>TermsTab</name>
    <message>
        <source>A word, in either language</source>
        <translation>A word, in either language</translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation>Search the glossary</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossary</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>By set of terms</source>
        <translation>By set of terms</translation>
    </message>
    <message>
        <source>Wrong words</source>
        <translation>Wrong words</translation>
    </message>
    <message>
        <source>Right in: {phrases}</source>
        <translation>Right in: {phrases}</translation>
    </message>
</context>
<context>
    <name>TestPane</name>
    <message>
        <source>Run rules …</source>
        <translation>Run rules …</translation>
    </message>
    <message>
        <source>Run rules</source>
        <translation>Run rules</translation>
    </message>
    <message>
        <source>Choose rules and run them on every ticket</source>
        <translation>Choose rules and run them on every ticket</translation>
    </message>
    <message>
        <source>Limits …</source>
        <translation>Limits …</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>The auditee&apos;s limits by category and customer tier, with their source</source>
        <translation>The auditee&apos;s limits by category and customer tier, with their source</translation>
    </message>
    <message>
        <source>No rule was run on this population</source>
        <translation>No rule was run on this population</translation>
    </message>
    <message>
        <source>Choose rules and clock profiles; every ticket is tested, nothing is sampled.</source>
        <translation>Choose rules and clock profiles; every ticket is tested, nothing is sampled.</translation>
    </message>
    <message>
        <source>Testing every ticket</source>
        <translation>Testing every ticket</translation>
    </message>
    <message>
        <source>Choose at most {n} exceptions, or take all of them without a filter.</source>
        <translation>Choose at most {n} exceptions, or take all of them without a filter.</translation>
    </message>
    <message>
        <source>Finding raised from exceptions of {rule}: {n}</source>
        <translation>Finding raised from exceptions of {rule}: {n}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Run {time} by {code} · as of {day} · {n} tickets · {rules} rules</source>
        <translation>Run {time} by {code} · as of {day} · {n} tickets · {rules} rules</translation>
    </message>
</context>
<context>
    <name>TextPair</name>
    <message>
        <source>Take the proposal</source>
        <translation>Take the proposal</translation>
    </message>
    <message>
        <source>A ready wording in the audit&apos;s languages</source>
        <translation>A ready wording in the audit&apos;s languages</translation>
    </message>
    <message>
        <source>both languages</source>
        <translation>both languages</translation>
    </message>
    <message>
        <source>second language missing</source>
        <translation>second language missing</translation>
    </message>
    <message>
        <source>second language outdated</source>
        <translation>second language outdated</translation>
    </message>
</context>
<context>
    <name>TextsPane</name>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Missing in</source>
        <translation>Missing in</translation>
    </message>
    <message>
        <source>Texts that are missing in the chosen language</source>
        <translation>Texts that are missing in the chosen language</translation>
    </message>
    <message>
        <source>These texts are not there in the chosen language. A click leads there.</source>
        <translation>These texts are not there in the chosen language. A click leads there.</translation>
    </message>
    <message>
        <source>Every text is there in the chosen language.</source>
        <translation>Every text is there in the chosen language.</translation>
    </message>
</context>
<context>
    <name>TicketColumns</name>
    <message>
        <source>Field</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Column of the file</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sure</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Group</translation>
    </message>
</context>
<context>
    <name>TicketDatesDialog</name>
    <message>
        <source>In which order are the dates?</source>
        <translation>In which order are the dates?</translation>
    </message>
</context>
<context>
    <name>TicketDeviationDialog</name>
    <message>
        <source>Accept deviations</source>
        <translation>Accept deviations</translation>
    </message>
    <message>
        <source>They stay in the figures, but count as settled until they expire. The reason prints in the report.</source>
        <translation>They stay in the figures, but count as settled until they expire. The reason prints in the report.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Why these are no failures of the process</source>
        <translation>Why these are no failures of the process</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Approved on</source>
        <translation>Approved on</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>Expires on</translation>
    </message>
</context>
<context>
    <name>TicketFigures</name>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>TicketKeyDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>Passphrase once more</translation>
    </message>
    <message>
        <source>Keep no key: this extract can never be compared with another</source>
        <translation>Keep no key: this extract can never be compared with another</translation>
    </message>
</context>
<context>
    <name>TicketRunDialog</name>
    <message>
        <source>Run rules</source>
        <translation>Run rules</translation>
    </message>
    <message>
        <source>Rules and clock profiles</source>
        <translation>Rules and clock profiles</translation>
    </message>
    <message>
        <source>A number, a word</source>
        <translation>A number, a word</translation>
    </message>
    <message>
        <source>Search the rules</source>
        <translation>Search the rules</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>empty: when the extract was run, else its latest event</source>
        <translation>empty: when the extract was run, else its latest event</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Choices where a source is unclear</source>
        <translation>Choices where a source is unclear</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Choices</translation>
    </message>
</context>
<context>
    <name>TicketTest</name>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
    <message>
        <source>calendar days</source>
        <translation>calendar days</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>working days</translation>
    </message>
    <message>
        <source>working min</source>
        <translation>working min</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>tickets</translation>
    </message>
</context>
<context>
    <name>TicketTotals</name>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Read as</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Duplicate numbers</source>
        <translation>Duplicate numbers</translation>
    </message>
    <message>
        <source>Unreadable values</source>
        <translation>Unreadable values</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>jump</source>
        <translation>jump</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>gap</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explanation</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pauses</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>Surveys</translation>
    </message>
    <message>
        <source>Contact sample</source>
        <translation>Contact sample</translation>
    </message>
    <message>
        <source>The whole population, one row a ticket</source>
        <translation>The whole population, one row a ticket</translation>
    </message>
    <message>
        <source>Every contact with the customer on a ticket</source>
        <translation>Every contact with the customer on a ticket</translation>
    </message>
    <message>
        <source>When the clock stood still, and why</source>
        <translation>When the clock stood still, and why</translation>
    </message>
    <message>
        <source>What customers said after it was closed</source>
        <translation>What customers said after it was closed</translation>
    </message>
    <message>
        <source>Calls, chats or letters of another source, for R-001</source>
        <translation>Calls, chats or letters of another source, for R-001</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Statutory</source>
        <translation>Statutory</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Learning</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Yes or no</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
</context>
<context>
    <name>TicketsDialog</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Fields of the ticket</source>
        <translation>Fields of the ticket</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Fails in the latest run: {rules}</source>
        <translation>Fails in the latest run: {rules}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>cannot be read</translation>
    </message>
</context>
<context>
    <name>TicketsPage</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>The key of the pseudonyms and its passphrase</source>
        <translation>The key of the pseudonyms and its passphrase</translation>
    </message>
    <message>
        <source>New extract</source>
        <translation>New extract</translation>
    </message>
    <message>
        <source>Import another extract</source>
        <translation>Import another extract</translation>
    </message>
    <message>
        <source>Extracts</source>
        <translation>Extracts</translation>
    </message>
    <message>
        <source>No tickets yet</source>
        <translation>No tickets yet</translation>
    </message>
    <message>
        <source>Import the whole population of complaint tickets, not a sample: every ticket is then tested. The tickets stay beside the audit file, under pseudonyms.</source>
        <translation>Import the whole population of complaint tickets, not a sample: every ticket is then tested. The tickets stay beside the audit file, under pseudonyms.</translation>
    </message>
    <message>
        <source>Import an extract</source>
        <translation>Import an extract</translation>
    </message>
    <message>
        <source>Import tickets</source>
        <translation>Import tickets</translation>
    </message>
    <message>
        <source>Import the extract again and map: {fields}</source>
        <translation>Import the extract again and map: {fields}</translation>
    </message>
</context>
<context>
    <name>TotalsPart</name>
    <message>
        <source>Refused rows</source>
        <translation>Refused rows</translation>
    </message>
    <message>
        <source>Gaps and jumps in ticket numbers</source>
        <translation>Gaps and jumps in ticket numbers</translation>
    </message>
    <message>
        <source>Explain …</source>
        <translation>Explain …</translation>
    </message>
    <message>
        <source>Say why numbers are missing</source>
        <translation>Say why numbers are missing</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>Control totals</translation>
    </message>
    <message>
        <source>No gaps in ticket numbers were found</source>
        <translation>No gaps in ticket numbers were found</translation>
    </message>
    <message>
        <source>{read} rows read = {kept} kept + {refused} refused</source>
        <translation>{read} rows read = {kept} kept + {refused} refused</translation>
    </message>
    <message>
        <source>Values that could not be read: {fields}</source>
        <translation>Values that could not be read: {fields}</translation>
    </message>
    <message>
        <source>Event log: {rows} rows folded into {count} tickets</source>
        <translation>Event log: {rows} rows folded into {count} tickets</translation>
    </message>
    <message>
        <source>{field}: values kept as written: {values}</source>
        <translation>{field}: values kept as written: {values}</translation>
    </message>
    <message>
        <source>Free texts in which numbers of persons were masked: {count}</source>
        <translation>Free texts in which numbers of persons were masked: {count}</translation>
    </message>
    <message>
        <source>No row was refused.</source>
        <translation>No row was refused.</translation>
    </message>
    <message>
        <source>The first {count} are listed; all are in the tickets file.</source>
        <translation>The first {count} are listed; all are in the tickets file.</translation>
    </message>
    <message>
        <source>Row numbers are those of the file, counted from its first line.</source>
        <translation>Row numbers are those of the file, counted from its first line.</translation>
    </message>
    <message>
        <source>Why are numbers missing?</source>
        <translation>Why are numbers missing?</translation>
    </message>
    <message>
        <source>Missing between {before} and {after}: {count}</source>
        <translation>Missing between {before} and {after}: {count}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>TrailDetail</name>
    <message>
        <source>Show the row where it is edited</source>
        <translation>Show the row where it is edited</translation>
    </message>
    <message>
        <source>Everything that ever happened to this row</source>
        <translation>Everything that ever happened to this row</translation>
    </message>
    <message>
        <source>Take this back; it stays in the trail</source>
        <translation>Take this back; it stays in the trail</translation>
    </message>
    <message>
        <source>No step is chosen</source>
        <translation>No step is chosen</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>the program</translation>
    </message>
    <message>
        <source>Taken back later.</source>
        <translation>Taken back later.</translation>
    </message>
    <message>
        <source>Values were erased; their trace stays.</source>
        <translation>Values were erased; their trace stays.</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>(erased)</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>Only this row</source>
        <translation>Only this row</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>What was changed</translation>
    </message>
</context>
<context>
    <name>TrailPageView</name>
    <message>
        <source>Audit trail</source>
        <translation>Audit trail</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Nothing has happened yet</translation>
    </message>
    <message>
        <source>Every change of this audit will stand here, with who made it and when.</source>
        <translation>Every change of this audit will stand here, with who made it and when.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Only what this person did</source>
        <translation>Only what this person did</translation>
    </message>
    <message>
        <source>Search in the values before and after</source>
        <translation>Search in the values before and after</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Newer</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Older</translation>
    </message>
    <message>
        <source>Show all rows again</source>
        <translation>Show all rows again</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>From what to what</source>
        <translation>From what to what</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>(erased)</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>erased</translation>
    </message>
    <message>
        <source>One row</source>
        <translation>One row</translation>
    </message>
    <message>
        <source>{first}–{last} of {total}</source>
        <translation>{first}–{last} of {total}</translation>
    </message>
    <message>
        <source>This row is no longer there.</source>
        <translation>This row is no longer there.</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>Copy {pack} and tailor it</source>
        <translation>Copy {pack} and tailor it</translation>
    </message>
    <message>
        <source>The copy is your own: reword, switch off, add and reorder its questions.</source>
        <translation>The copy is your own: reword, switch off, add and reorder its questions.</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>Make the copy</translation>
    </message>
    <message>
        <source>Id (2 to 12 capital letters and digits)</source>
        <translation>Id (2 to 12 capital letters and digits)</translation>
    </message>
    <message>
        <source>Title in Chinese</source>
        <translation>Title in Chinese</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>Title in English</translation>
    </message>
    <message>
        <source>{pack} is yours now. Choose a question and edit it.</source>
        <translation>{pack} is yours now. Choose a question and edit it.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Writing the pack</source>
        <translation>Writing the pack</translation>
    </message>
    <message>
        <source>Written: {names}</source>
        <translation>Written: {names}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Packs and checklists</source>
        <translation>Packs and checklists</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>Reading {file} …</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <source>{pack} was imported as version {version}.</source>
        <translation>{pack} was imported as version {version}.</translation>
    </message>
</context>
<context>
    <name>UnitsPane</name>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>Add a unit</translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation>Paste from Excel</translation>
    </message>
    <message>
        <source>Copied rows: code, name, kind, parent, in the sample, why not, weight</source>
        <translation>Copied rows: code, name, kind, parent, in the sample, why not, weight</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>Take the unit out of the audit</source>
        <translation>Take the unit out of the audit</translation>
    </message>
    <message>
        <source>A code becomes part of evidence numbers and stays. A unit that is not in the sample stands in the report with the reason; it is asked nothing.</source>
        <translation>A code becomes part of evidence numbers and stays. A unit that is not in the sample stands in the report with the reason; it is asked nothing.</translation>
    </message>
    <message>
        <source>Name ({language})</source>
        <translation>Name ({language})</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>In the sample</source>
        <translation>In the sample</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Why not</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>How much the unit counts in figures over all units: 1 to 100</source>
        <translation>How much the unit counts in figures over all units: 1 to 100</translation>
    </message>
</context>
<context>
    <name>UnitsStep</name>
    <message>
        <source>At least one unit must be in the sample.</source>
        <translation>At least one unit must be in the sample.</translation>
    </message>
    <message>
        <source>Say why unit {code} is not in the sample.</source>
        <translation>Say why unit {code} is not in the sample.</translation>
    </message>
</context>
<context>
    <name>UpgradeDialog</name>
    <message>
        <source>{title}: from version {old} to version {new}</source>
        <translation>{title}: from version {old} to version {new}</translation>
    </message>
    <message>
        <source>Upgrade a pack</source>
        <translation>Upgrade a pack</translation>
    </message>
    <message>
        <source>Questions of the pack</source>
        <translation>Questions of the pack</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>Upgrade</translation>
    </message>
    <message>
        <source>Answers stay with their questions; the whole upgrade is one step that can be undone.</source>
        <translation>Answers stay with their questions; the whole upgrade is one step that can be undone.</translation>
    </message>
    <message>
        <source>Answered, and graded differently now: {n}. Decide for each.</source>
        <translation>Answered, and graded differently now: {n}. Decide for each.</translation>
    </message>
    <message>
        <source>Criterion cards changed: {cards}.</source>
        <translation>Criterion cards changed: {cards}.</translation>
    </message>
    <message>
        <source>{n} still to decide</source>
        <translation>{n} still to decide</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>question</source>
        <translation>question</translation>
    </message>
    <message>
        <source>how to ask</source>
        <translation>how to ask</translation>
    </message>
    <message>
        <source>what to look for</source>
        <translation>what to look for</translation>
    </message>
    <message>
        <source>expected evidence</source>
        <translation>expected evidence</translation>
    </message>
    <message>
        <source>negative test</source>
        <translation>negative test</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>rating</translation>
    </message>
    <message>
        <source>force of a criterion</source>
        <translation>force of a criterion</translation>
    </message>
    <message>
        <source>criteria</source>
        <translation>criteria</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>sample</translation>
    </message>
    <message>
        <source>planned minutes</source>
        <translation>planned minutes</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>weight</translation>
    </message>
    <message>
        <source>core</source>
        <translation>core</translation>
    </message>
    <message>
        <source>section</source>
        <translation>section</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>condition</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>tags</translation>
    </message>
    <message>
        <source>source</source>
        <translation>source</translation>
    </message>
    <message>
        <source>nothing to decide</source>
        <translation>nothing to decide</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>decide</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>was: {words}</source>
        <translation>was: {words}</translation>
    </message>
    <message>
        <source>now: {words}</source>
        <translation>now: {words}</translation>
    </message>
    <message>
        <source>measured by: {words}</source>
        <translation>measured by: {words}</translation>
    </message>
</context>
<context>
    <name>Upgrading</name>
    <message>
        <source>Newer versions: {n} …</source>
        <translation>Newer versions: {n} …</translation>
    </message>
    <message>
        <source>The library has newer versions of packs in this audit: see what would change</source>
        <translation>The library has newer versions of packs in this audit: see what would change</translation>
    </message>
    <message>
        <source>{pack} upgraded to version {n}; {reopened} answers to judge again.</source>
        <translation>{pack} upgraded to version {n}; {reopened} answers to judge again.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>ValuesTable</name>
    <message>
        <source>What the values mean</source>
        <translation>What the values mean</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>not readable</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>as written</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>“{value}” means</source>
        <translation>“{value}” means</translation>
    </message>
    <message>
        <source>Take the likely meanings ({count})</source>
        <translation>Take the likely meanings ({count})</translation>
    </message>
    <message>
        <source>Values without a meaning: {count}</source>
        <translation>Values without a meaning: {count}</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>WordsStep</name>
    <message>
        <source>Objectives</source>
        <translation>Objectives</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methods</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>Confidentiality</translation>
    </message>
</context>
</TS>

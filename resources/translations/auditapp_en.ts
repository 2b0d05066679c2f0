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
    <name>HomePage</name>
    <message>
        <source>Open …</source>
        <translation>Open …</translation>
    </message>
    <message>
        <source>Example audit</source>
        <translation>Example audit</translation>
    </message>
    <message>
        <source>Open an audit file</source>
        <translation>Open an audit file</translation>
    </message>
    <message>
        <source>Recent audits</source>
        <translation>Recent audits</translation>
    </message>
    <message>
        <source>Actions that need someone</source>
        <translation>Actions that need someone</translation>
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
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation>Take off this list</translation>
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
        <source>File not found</source>
        <translation>File not found</translation>
    </message>
    <message>
        <source>{title}: {percent} % answered, {major} major, {minor} minor, {improvement} to improve</source>
        <translation>{title}: {percent} % answered, {major} major, {minor} minor, {improvement} to improve</translation>
    </message>
    <message>
        <source>overdue {overdue} · due in 14 days {soon} · to verify {verify}</source>
        <translation>overdue {overdue} · due in 14 days {soon} · to verify {verify}</translation>
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
        <source>Progress, conformity and what is still missing.</source>
        <translation>Progress, conformity and what is still missing.</translation>
    </message>
    <message>
        <source>Units, team, criteria, and who audits what.</source>
        <translation>Units, team, criteria, and who audits what.</translation>
    </message>
    <message>
        <source>One question at a time, with result and evidence.</source>
        <translation>One question at a time, with result and evidence.</translation>
    </message>
    <message>
        <source>Files, photos, notes and interviews, numbered.</source>
        <translation>Files, photos, notes and interviews, numbered.</translation>
    </message>
    <message>
        <source>All complaint tickets, tested against the rules.</source>
        <translation>All complaint tickets, tested against the rules.</translation>
    </message>
    <message>
        <source>Findings with grade, facts and their life.</source>
        <translation>Findings with grade, facts and their life.</translation>
    </message>
    <message>
        <source>Corrections and corrective actions until verified.</source>
        <translation>Corrections and corrective actions until verified.</translation>
    </message>
    <message>
        <source>The register and the report, as they will print.</source>
        <translation>The register and the report, as they will print.</translation>
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
        <source>1 to 4 letters or digits, such as ZJ</source>
        <translation>1 to 4 letters or digits, such as ZJ</translation>
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
</TS>

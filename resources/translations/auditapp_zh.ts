<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Version {version} · Qt {qt}</source>
        <translation>版本 {version} · Qt {qt}</translation>
    </message>
    <message>
        <source>Go to anything: a page, a question, an audit, a command</source>
        <translation>跳转到任意位置：页面、检查项、审核、命令</translation>
    </message>
    <message>
        <source>The pages of the audit, all audits</source>
        <translation>审核的各页面、全部审核</translation>
    </message>
    <message>
        <source>Set the result of the question (in a text field: Alt and the key)</source>
        <translation>设置检查项的判定（在文本框中：Alt 加该键）</translation>
    </message>
    <message>
        <source>The next question, the next unanswered question</source>
        <translation>下一检查项、下一未答检查项</translation>
    </message>
    <message>
        <source>Raise a finding, choose the unit</source>
        <translation>提出审核发现、选择受审核单位</translation>
    </message>
    <message>
        <source>Leave a text field</source>
        <translation>离开文本框</translation>
    </message>
    <message>
        <source>Undo and redo anything, also after reopening</source>
        <translation>撤销和重做任何操作，重新打开后仍可</translation>
    </message>
    <message>
        <source>New audit, open an audit</source>
        <translation>新建审核、打开审核</translation>
    </message>
    <message>
        <source>About auditapp</source>
        <translation>关于 auditapp</translation>
    </message>
    <message>
        <source>Audits complaint handling against ISO 10002:2018, without a network. Nothing leaves this computer unless you send it.</source>
        <translation>依据 ISO 10002:2018 审核投诉处理过程，无需联网。除非您主动发送，任何内容都不会离开本机。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Licence: Apache-2.0. Made with Qt for Python (LGPL), SQLAlchemy, openpyxl, ReportLab and others. Font: Noto Sans SC (SIL Open Font License).</source>
        <translation>许可证：Apache-2.0。使用 Qt for Python（LGPL）、SQLAlchemy、openpyxl、ReportLab 等。字体：Noto Sans SC（SIL 开源字体许可证）。</translation>
    </message>
</context>
<context>
    <name>AppContext</name>
    <message>
        <source>{what}: was {before}, now {after}</source>
        <translation>{what}：原为{before}，现为{after}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Page, command, audit, question …</source>
        <translation>页面、命令、审核、检查项……</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>跳转</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>受审核单位</translation>
    </message>
    <message>
        <source>Go to anything …</source>
        <translation>跳转到……</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>About and keys</source>
        <translation>关于与快捷键</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Open …</source>
        <translation>打开……</translation>
    </message>
    <message>
        <source>Example audit</source>
        <translation>示例审核</translation>
    </message>
    <message>
        <source>Open an audit file</source>
        <translation>打开审核文件</translation>
    </message>
    <message>
        <source>Recent audits</source>
        <translation>最近的审核</translation>
    </message>
    <message>
        <source>Actions that need someone</source>
        <translation>待办的整改措施</translation>
    </message>
    <message>
        <source>No audits yet</source>
        <translation>还没有审核</translation>
    </message>
    <message>
        <source>An audit is one file on this computer. Look at the example first, begin your own, or drop an audit file here.</source>
        <translation>一次审核就是本机上的一个文件。可以先看看示例，也可以新建审核，或把审核文件拖到这里。</translation>
    </message>
    <message>
        <source>Open the example audit</source>
        <translation>打开示例审核</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation>从列表中移除</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <comment>actions</comment>
        <translation>
            <numerusform>%n 项逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>找不到文件</translation>
    </message>
    <message>
        <source>{title}: {percent} % answered, {major} major, {minor} minor, {improvement} to improve</source>
        <translation>{title}：已完成 {percent}%，严重 {major}，一般 {minor}，改进机会 {improvement}</translation>
    </message>
    <message>
        <source>overdue {overdue} · due in 14 days {soon} · to verify {verify}</source>
        <translation>逾期 {overdue} · 14 天内到期 {soon} · 待验证 {verify}</translation>
    </message>
</context>
<context>
    <name>JobDialog</name>
    <message>
        <source>Stopping …</source>
        <translation>正在停止……</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Audit files</source>
        <translation>审核文件</translation>
    </message>
    <message>
        <source>Open an audit</source>
        <translation>打开审核</translation>
    </message>
    <message>
        <source>Building the example audit</source>
        <translation>正在生成示例审核</translation>
    </message>
    <message>
        <source>The settings file was damaged; it was put aside and the defaults apply.</source>
        <translation>设置文件已损坏：已另行保存，现使用默认设置。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>All audits</source>
        <translation>全部审核</translation>
    </message>
    <message>
        <source>Open the example audit</source>
        <translation>打开示例审核</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>About and keys</source>
        <translation>关于与快捷键</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>The program ended unexpectedly last time</source>
        <translation>程序上次异常退出</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Every change that was shown as saved is in the audit file. The report below says where in the program it happened; it holds nothing from your audits. Please send it to support.</source>
        <translation>凡显示为已保存的更改都在审核文件中。下面的报告只说明程序中出错的位置，不含任何审核内容。请将其发给支持人员。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>出错报告</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>审核计划</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>审核证据</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>投诉工单</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>审核发现</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>审核报告</translation>
    </message>
    <message>
        <source>Progress, conformity and what is still missing.</source>
        <translation>进度、符合程度，以及还缺什么。</translation>
    </message>
    <message>
        <source>Units, team, criteria, and who audits what.</source>
        <translation>受审核单位、审核组、审核准则与分工。</translation>
    </message>
    <message>
        <source>One question at a time, with result and evidence.</source>
        <translation>逐项检查，记录判定和证据。</translation>
    </message>
    <message>
        <source>Files, photos, notes and interviews, numbered.</source>
        <translation>文件、照片、笔记和访谈记录，统一编号。</translation>
    </message>
    <message>
        <source>All complaint tickets, tested against the rules.</source>
        <translation>对全部投诉工单逐条按规则测试。</translation>
    </message>
    <message>
        <source>Findings with grade, facts and their life.</source>
        <translation>审核发现的等级、事实和处理过程。</translation>
    </message>
    <message>
        <source>Corrections and corrective actions until verified.</source>
        <translation>纠正与纠正措施，直至验证有效。</translation>
    </message>
    <message>
        <source>The register and the report, as they will print.</source>
        <translation>证据台账与审核报告，所见即所印。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>All audits</source>
        <translation>全部审核</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Enter your name and code first: every change is kept under them.</source>
        <translation>请先填写姓名和代码：每次更改都以此记录。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Enter both, name and code, or neither.</source>
        <translation>姓名和代码要么都填，要么都不填。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>界面</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Who I am</source>
        <translation>我的身份</translation>
    </message>
    <message>
        <source>Your name stands on working papers. Your code becomes part of the numbers of evidence and findings, so that two auditors never give the same number.</source>
        <translation>姓名用于工作底稿。代码是证据和审核发现编号的一部分，因此两名审核员不会给出相同的编号。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>1 to 4 letters or digits, such as ZJ</source>
        <translation>1 至 4 位字母或数字，如 ZJ</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>All changes are saved</source>
        <translation>所有更改均已保存</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
</context>
</TS>

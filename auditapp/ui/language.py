"""The language of the window, switched while it is open.

``tr()`` serves what exists on a widget alone; every sentence that the core knows too comes from
:attr:`Language.texts`. After a switch every page gets ``retranslate()``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal

from auditapp import texts
from auditapp.domain.vocabulary import Lang, TermSet
from auditapp.settings import LanguageChoice

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from auditapp.texts import Texts

_QT_OWN: Final = {Lang.ZH: "qtbase_zh_CN"}
_LOCALES: Final = {Lang.ZH: "zh_CN", Lang.EN: "en_GB"}


def resolve(choice: LanguageChoice) -> Lang:
    """The language that a choice means on this machine."""
    if choice is LanguageChoice.SYSTEM:
        # By name: the enum of all languages costs a start 20 ms.
        return Lang.ZH if QLocale.system().name().startswith("zh") else Lang.EN
    return Lang(choice.value)


class Language(QObject):
    """The language in force.

    Signals:
        changed: after translators and texts were replaced; the window calls every retranslate().
    """

    changed = Signal()

    def __init__(self, app: QApplication, folder: Path, choice: LanguageChoice) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._translators: list[QTranslator] = []
        self.lang = resolve(choice)
        self.terms: str = TermSet.SYSTEM_AUDIT
        self.texts: Texts = texts.load(self.lang)
        self._install()

    @property
    def locale(self) -> QLocale:
        """How dates and numbers are written on widgets."""
        return QLocale(_LOCALES[self.lang])

    def choose(self, choice: LanguageChoice) -> None:
        """Switch while the window is open."""
        wanted = resolve(choice)
        if wanted is not self.lang:
            self.lang = wanted
            self._replace()

    def use_terms(self, terms: str) -> None:
        """Speak in the words of a set of terms: that of the open audit, while it is open."""
        if terms != self.terms:
            self.terms = terms
            self._replace()

    def _replace(self) -> None:
        self.texts = texts.load(self.lang, terms=self.terms)
        self._install()
        self.changed.emit()

    def release(self) -> None:
        """Take the translators off the application."""
        for old in self._translators:
            self._app.removeTranslator(old)
            old.deleteLater()
        self._translators = []

    def _install(self) -> None:
        self.release()
        QLocale.setDefault(self.locale)
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        wanted = [(f"auditapp_{self.lang.value}", str(self._folder))]
        if self.terms != TermSet.SYSTEM_AUDIT:
            # The translator that was installed last is asked first.
            wanted.append((f"auditapp_{self.lang.value}.{self.terms}", str(self._folder)))
        if self.lang in _QT_OWN:
            wanted.insert(0, (_QT_OWN[self.lang], qt_folder))
        for name, folder in wanted:
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)

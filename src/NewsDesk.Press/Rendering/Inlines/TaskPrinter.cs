using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NewsDesk.Press.Rendering.Inlines;

/// <summary>Writes the box of a task as a sign: a form's field without a label would mean nothing to those who listen.</summary>
internal sealed class TaskPrinter : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList task)
    {
        if (renderer.EnableHtmlForInline) renderer.Write("<span class=\"task\">").Write(Sign(task)).Write("</span>");
        else renderer.Write(Sign(task));
    }

    public static string Sign(TaskList task) => task.Checked ? "☑" : "☐";
}
